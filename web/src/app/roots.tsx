import { createRootRouteWithContext, createRoute, Outlet, redirect } from '@tanstack/react-router';
import type { QueryClient } from '@tanstack/react-query';
import { carry } from './api.ts';
import { FailedPage, HomelessPage, LostPage } from './failed-page.tsx';
import { signInAddress } from './return-address.ts';
import { sessionQuery } from './session.ts';
import type { SessionView } from './session.ts';
import { Outside } from './shell/outside.tsx';
import { WorkspaceFrame } from './shell/workspace-frame.tsx';

/** What every route may use while it loads. */
export interface RouteContext {
  readonly queryClient: QueryClient;
}

export const rootRoute = createRootRouteWithContext<RouteContext>()({
  component: Outlet,
  notFoundComponent: LostPage,
});

/** Pages for people who are not inside a workspace: sign-in, welcome, invitation. */
export const outsideRoute = createRoute({ getParentRoute: () => rootRoute, id: 'outside', component: Outside });

/** Everything inside a workspace: `/{slug}/…`. Loads the session first, or sends to sign-in. */
export const workspaceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '$ws',
  beforeLoad: async ({ context, params, location }) => {
    carry({ workspace: params.ws });
    await sessionOrDoor(context.queryClient, location.href);
  },
  component: WorkspaceFrame,
  errorComponent: FailedPage,
  notFoundComponent: LostPage,
});

/** `/` leads to the first workspace of the person, or to sign-in. */
export const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: async ({ context }) => {
    const session = await sessionOrDoor(context.queryClient, '/');
    const { workspaces, lastSlug } = session;
    const next = workspaces.find(({ slug }) => slug === lastSlug) ?? workspaces[0];
    if (next !== undefined) leaveFor(`/${next.slug}`);
  },
  component: HomelessPage,
  errorComponent: FailedPage,
});

/** The session of somebody; a stranger is shown to the right door: the very first one, or sign-in. */
async function sessionOrDoor(queryClient: QueryClient, back: string): Promise<SessionView> {
  const session = await queryClient.query(sessionQuery);
  if (session.person !== undefined) return session;
  return leaveFor(session.firstRun ? '/welcome' : signInAddress(back));
}

/** Stops loading this page and goes elsewhere. */
export function leaveFor(href: string): never {
  // oxlint-disable-next-line typescript/only-throw-error -- the router's own way of leaving
  throw redirect({ href });
}
