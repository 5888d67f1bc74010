import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from '#web/app/roots.tsx';

const getParentRoute = () => workspaceRoute;

const placesRoute = createRoute({
  getParentRoute,
  path: 'places',
  component: lazyRouteComponent(() => import('./places-page.tsx'), 'PlacesPage'),
});
const placeRoute = createRoute({
  getParentRoute,
  path: 'places/$place',
  component: lazyRouteComponent(() => import('./place-page.tsx'), 'PlacePage'),
});

export const placeRoutes = [placesRoute, placeRoute] as const;
