import type { Database } from '#platform/db/index.ts';

export interface FreshOptions {
  /** Without the house's migrations: a base with the runtime role and nothing else. */
  readonly empty?: boolean;
}

/** A base of its own for one test, cloned from the migrated template of this run; dropped by `await using`. */
export function freshDatabase(options: FreshOptions = {}): Promise<Database & AsyncDisposable> {
  throw new Error(`No fresh database yet (empty: ${String(options.empty)}).`);
}
