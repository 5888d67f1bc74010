import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from '#web/app/roots.tsx';

const actionsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'actions',
  component: lazyRouteComponent(() => import('./actions-page.tsx'), 'ActionsPage'),
});

export const actionRoutes = [actionsRoute] as const;
