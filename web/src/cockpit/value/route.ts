import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from '#web/app/roots.tsx';

export const valueRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: 'value',
  component: lazyRouteComponent(() => import('./value-page.tsx'), 'ValuePage'),
});
