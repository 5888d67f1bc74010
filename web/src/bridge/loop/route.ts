import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from '#web/app/roots.tsx';

const getParentRoute = () => workspaceRoute;

const listRoute = createRoute({
  getParentRoute,
  path: 'loop',
  component: lazyRouteComponent(() => import('./loop-page.tsx'), 'LoopPage'),
});
const oneRoute = createRoute({
  getParentRoute,
  path: 'loop/$insight',
  component: lazyRouteComponent(() => import('./tell-page.tsx'), 'TellPage'),
});

export const loopRoutes = [listRoute, oneRoute] as const;
