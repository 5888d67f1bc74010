import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { outsideRoute } from '#web/app/roots.tsx';

const decideRoute = createRoute({
  getParentRoute: () => outsideRoute,
  path: 'decide/$token',
  component: lazyRouteComponent(() => import('./decide-page.tsx'), 'DecidePage'),
});

export const decideRoutes = [decideRoute] as const;
