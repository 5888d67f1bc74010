import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from '#web/app/roots.tsx';

export const signalRoutes = [
  createRoute({
    getParentRoute: () => workspaceRoute,
    path: 'signals',
    component: lazyRouteComponent(() => import('./signals-page.tsx'), 'SignalsPage'),
  }),
];
