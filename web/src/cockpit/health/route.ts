import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from '#web/app/roots.tsx';

const getParentRoute = () => workspaceRoute;

const healthRoute = createRoute({
  getParentRoute,
  path: 'health',
  component: lazyRouteComponent(() => import('./health-page.tsx'), 'HealthPage'),
});
const figureRoute = createRoute({
  getParentRoute,
  path: 'health/$figure',
  component: lazyRouteComponent(() => import('./figure-page.tsx'), 'FigurePage'),
});

export const healthRoutes = [healthRoute, figureRoute] as const;
