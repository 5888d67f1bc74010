import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from '#web/app/roots.tsx';

const getParentRoute = () => workspaceRoute;

const membersRoute = createRoute({
  getParentRoute,
  path: 'members',
  component: lazyRouteComponent(() => import('./members-page.tsx'), 'MembersPage'),
});
const memberRoute = createRoute({
  getParentRoute,
  path: 'members/$member',
  component: lazyRouteComponent(() => import('./member-page.tsx'), 'MemberPage'),
});
const mergesRoute = createRoute({
  getParentRoute,
  path: 'merges',
  component: lazyRouteComponent(() => import('./merges-page.tsx'), 'MergesPage'),
});

export const memberRoutes = [membersRoute, memberRoute, mergesRoute] as const;
