import { eraseAgain, erasureRoutes } from '#community/erasure/index.ts';
import { memberRoutes } from '#community/members/index.ts';
import { mergingRoutes } from '#community/merging/index.ts';
import { readingRoutes } from '#community/reading/index.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database } from '#platform/db/index.ts';
import type { Route } from '#platform/http/index.ts';
import type { Ledger } from '#app/ledger.ts';

interface CommunityDeps {
  readonly database: Database;
  readonly clock: Clock;
  /** Turns an account into a mark that says nothing to anybody else. */
  readonly tombstoneSecret: string;
  readonly onChanged: (scope: Scope) => void;
  /** Keeps outside the base who was erased, by marks that name nobody. */
  readonly ledger: Ledger;
}

export interface CommunityRoom {
  readonly routes: readonly Route[];
  /** Erases again whom a restored backup brought back; answers how many people. */
  eraseAgain(scope: Scope): Promise<number>;
}

/** The community: what came in, who is who, and reading it. */
export function openCommunityRoom({
  database,
  clock,
  tombstoneSecret,
  onChanged,
  ledger,
}: CommunityDeps): CommunityRoom {
  const erasure = {
    database,
    clock,
    secret: tombstoneSecret,
    onErased: (scope: Scope, marks: readonly Buffer[]) => {
      ledger.add(scope, marks);
      onChanged(scope);
    },
  };
  return {
    eraseAgain: async (scope) => eraseAgain(erasure, scope, ledger.marksOf(scope)),
    routes: [
      ...readingRoutes({ database }),
      ...memberRoutes({ database, clock }),
      ...mergingRoutes({ database, clock }),
      ...erasureRoutes(erasure),
    ],
  };
}
