import type { Access } from '#kernel/actor.ts';
import type { Guard, Route } from '#platform/http/index.ts';
import { routeKey } from '#platform/http/index.ts';
import { gaps } from './rules.ts';
import type { GuardDeps } from './service.ts';
import { createGatekeeper } from './service.ts';

export { PACES } from './model.ts';
export type { Pace, Paces } from './model.ts';

/** The one door of the router: who asks, in which workspace, and whether the table lets him. */
export function createGuard(deps: Omit<GuardDeps, 'keyOf'>): Guard {
  return createGatekeeper({ ...deps, keyOf: routeKey });
}

/** Throws when a route has no row in the table, or a row no route. Called at the start and in a test. */
export function assertComplete(routes: readonly Route[], table: Readonly<Record<string, Access>>): void {
  const found = gaps(
    routes.map((route) => ({ key: routeKey(route), inWorkspace: route.inWorkspace })),
    table,
  );
  if (found.length > 0) throw new Error(`The permission table does not fit the routes:\n${found.join('\n')}`);
}
