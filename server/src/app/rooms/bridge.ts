import { actionRoutes } from '#bridge/actions/index.ts';
import { decisionRoutes } from '#bridge/decisions/index.ts';
import { insightRoutes } from '#bridge/insights/index.ts';
import { loopRoutes } from '#bridge/loop/index.ts';
import { mandateRoutes } from '#bridge/mandates/index.ts';
import { markRoutes } from '#bridge/marks/index.ts';
import { outsideRoutes } from '#bridge/outside/index.ts';
import { registerRoutes } from '#bridge/register/index.ts';
import { reminderTasks } from '#bridge/reminders/index.ts';
import { signalRoutes } from '#bridge/signals/index.ts';
import { REGISTRY } from '#cockpit/figures/index.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database } from '#platform/db/index.ts';
import type { Route } from '#platform/http/index.ts';
import type { Task } from '#platform/jobs/index.ts';

interface BridgeDeps {
  readonly database: Database;
  readonly clock: Clock;
  /** Where people reach the installation. */
  readonly origin: () => string;
}

export interface BridgeRoom {
  readonly routes: readonly Route[];
  readonly tasks: Readonly<Record<string, Task>>;
}

/** What goes down and what comes up. The bridge does not know figures, it is told which there are. */
export function openBridgeRoom(deps: BridgeDeps): BridgeRoom {
  const isFigure = (id: string): boolean => REGISTRY.some((figure) => figure.id === id);
  return {
    routes: [
      ...mandateRoutes({ ...deps, isFigure }),
      ...actionRoutes(deps),
      ...signalRoutes(deps),
      ...insightRoutes(deps),
      ...registerRoutes(deps),
      ...decisionRoutes(deps),
      ...outsideRoutes(deps),
      ...loopRoutes(deps),
      ...markRoutes(deps),
    ],
    tasks: reminderTasks(deps),
  };
}
