import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from '#web/app/roots.tsx';

export const insightRoutes = [
  createRoute({
    getParentRoute: () => workspaceRoute,
    path: 'insights',
    component: lazyRouteComponent(() => import('./board-page.tsx'), 'InsightsPage'),
  }),
  createRoute({
    getParentRoute: () => workspaceRoute,
    path: 'insights/$insight',
    component: lazyRouteComponent(() => import('./insight-page.tsx'), 'InsightPage'),
  }),
];
