import type { Figures } from '#cockpit/figures/index.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database } from '#platform/db/index.ts';
import type { Route } from '#platform/http/index.ts';
import type { Task } from '#platform/jobs/index.ts';
import { awaitingRoutes } from '#rocket/awaiting/index.ts';
import { charterRoutes } from '#rocket/charter/index.ts';
import { checkRoutes, checkTasks, watchAllMonths } from '#rocket/check/index.ts';
import { pathRoutes } from '#rocket/path/index.ts';

interface RocketDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly figures: Figures;
}

export interface RocketRoom {
  readonly routes: readonly Route[];
  readonly tasks: Readonly<Record<string, Task>>;
  /** From here on the check of each month is kept, in these workspaces. */
  watchMonths(scopes: readonly Scope[]): Promise<void>;
}

/** The rocket check and the charter: reads every stage, changes none. */
export function openRocketRoom(deps: RocketDeps): RocketRoom {
  const { database, clock } = deps;
  return {
    routes: [...checkRoutes(deps), ...charterRoutes({ database, clock }), ...pathRoutes(deps), ...awaitingRoutes(deps)],
    tasks: checkTasks(deps),
    watchMonths: (scopes) => watchAllMonths(deps, scopes),
  };
}
