import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from '#web/app/roots.tsx';

const getParentRoute = () => workspaceRoute;

const firstRunRoute = createRoute({
  getParentRoute,
  path: 'start',
  component: lazyRouteComponent(() => import('./first-run-page.tsx'), 'FirstRunPage'),
});
const demonstrationRoute = createRoute({
  getParentRoute,
  path: 'demonstration',
  component: lazyRouteComponent(() => import('./demonstration-page.tsx'), 'DemonstrationPage'),
});

export const firstRunRoutes = [firstRunRoute, demonstrationRoute] as const;
