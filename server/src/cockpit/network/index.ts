import type { Figures } from '#cockpit/figures/index.ts';
import { createKeeper } from '#cockpit/network/keeping/index.ts';
import type { Database } from '#platform/db/index.ts';
import type { Route } from '#platform/http/index.ts';
import type { Offload } from '#platform/offload/index.ts';
import { networkRoutes } from './routes.ts';

export interface NetworkRoomDeps {
  readonly database: Database;
  readonly figures: Pick<Figures, 'lend'>;
  readonly offload: Offload;
}

/** Who answers whom, to walk through. */
export function createNetwork({ database, figures, offload }: NetworkRoomDeps): { readonly routes: readonly Route[] } {
  return { routes: networkRoutes({ database, figures, keeper: createKeeper(offload) }) };
}
