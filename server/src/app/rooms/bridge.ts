import { actionRoutes } from '#bridge/actions/index.ts';
import { mandateRoutes } from '#bridge/mandates/index.ts';
import { REGISTRY } from '#cockpit/figures/index.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database } from '#platform/db/index.ts';
import type { Route } from '#platform/http/index.ts';

interface BridgeDeps {
  readonly database: Database;
  readonly clock: Clock;
}

export interface BridgeRoom {
  readonly routes: readonly Route[];
}

/** Mandates on their way down, and what is done for them; the bridge does not know figures, it is told which there are. */
export function openBridgeRoom({ database, clock }: BridgeDeps): BridgeRoom {
  const isFigure = (id: string): boolean => REGISTRY.some((figure) => figure.id === id);
  return { routes: [...mandateRoutes({ database, clock, isFigure }), ...actionRoutes({ database, clock })] };
}
