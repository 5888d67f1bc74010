import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from '#web/app/roots.tsx';

const getParentRoute = () => workspaceRoute;

const listRoute = createRoute({
  getParentRoute,
  path: 'decisions',
  component: lazyRouteComponent(() => import('./decisions-page.tsx'), 'DecisionsPage'),
});
const oneRoute = createRoute({
  getParentRoute,
  path: 'decisions/$decision',
  component: lazyRouteComponent(() => import('./decision-page.tsx'), 'DecisionPage'),
});

export const decisionRoutes = [listRoute, oneRoute] as const;
