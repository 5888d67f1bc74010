import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from '#web/app/roots.tsx';

const getParentRoute = () => workspaceRoute;

const importsRoute = createRoute({
  getParentRoute,
  path: 'imports',
  component: lazyRouteComponent(() => import('./imports-page.tsx'), 'ImportsPage'),
});
const importRoute = createRoute({
  getParentRoute,
  path: 'imports/$run',
  component: lazyRouteComponent(() => import('./import-page.tsx'), 'ImportPage'),
});

export const importRoutes = [importsRoute, importRoute] as const;
