import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from '#web/app/roots.tsx';

const getParentRoute = () => workspaceRoute;

const boardRoute = createRoute({
  getParentRoute,
  path: 'mandates',
  component: lazyRouteComponent(() => import('./board-page.tsx'), 'MandatesPage'),
});
const newRoute = createRoute({
  getParentRoute,
  path: 'mandates/new',
  // For which objective, where one comes from its page.
  validateSearch: ({ objective }: Record<string, unknown>): { objective?: string | undefined } =>
    typeof objective === 'string' ? { objective } : {},
  component: lazyRouteComponent(() => import('./form-pages.tsx'), 'NewMandatePage'),
});
const mandateRoute = createRoute({
  getParentRoute,
  path: 'mandates/$mandate',
  component: lazyRouteComponent(() => import('./mandate-page.tsx'), 'MandatePage'),
});
const editRoute = createRoute({
  getParentRoute,
  path: 'mandates/$mandate/edit',
  component: lazyRouteComponent(() => import('./form-pages.tsx'), 'EditMandatePage'),
});

export const mandateRoutes = [boardRoute, newRoute, mandateRoute, editRoute] as const;
