import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from '#web/app/roots.tsx';

const getParentRoute = () => workspaceRoute;

const checkRoute = createRoute({
  getParentRoute,
  path: 'check',
  component: lazyRouteComponent(() => import('#web/rocket/check/check-page.tsx'), 'CheckPage'),
});
const charterRoute = createRoute({
  getParentRoute,
  path: 'charter',
  component: lazyRouteComponent(() => import('#web/rocket/charter/charter-page.tsx'), 'CharterPage'),
});
const jobRoute = createRoute({
  getParentRoute,
  path: 'charter/job',
  component: lazyRouteComponent(() => import('#web/rocket/charter/job-page.tsx'), 'JobPage'),
});
const pathRoute = createRoute({
  getParentRoute,
  path: 'rocket/path',
  component: lazyRouteComponent(() => import('#web/rocket/path/path-page.tsx'), 'PathPage'),
});
const reviewRoute = createRoute({
  getParentRoute,
  path: 'rocket/review',
  component: lazyRouteComponent(() => import('#web/rocket/path/review-page.tsx'), 'ReviewPage'),
});

export const rocketRoutes = [checkRoute, charterRoute, jobRoute, pathRoute, reviewRoute] as const;
