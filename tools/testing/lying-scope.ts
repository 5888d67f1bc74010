import type { Scope } from '#kernel/scope.ts';
import type { Database } from '#platform/db/index.ts';

export interface LyingScope {
  readonly database: Database;
  /** From here on every query is told to look for the rows of this workspace, while the base shows those of its own. */
  lookFor(scope: Scope): void;
}

/** The same base with its first wall down: what a query names is another workspace, what row security names stays right. */
export function lyingScope(database: Database): LyingScope {
  let other: Scope | undefined;
  return {
    database: {
      ...database,
      inScope: (scope, work) => database.inScope(scope, (db) => work({ ...db, scope: other ?? scope })),
    },
    lookFor: (scope) => {
      other = scope;
    },
  };
}
