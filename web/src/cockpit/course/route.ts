import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from '#web/app/roots.tsx';

const getParentRoute = () => workspaceRoute;

const courseRoute = createRoute({
  getParentRoute,
  path: 'course',
  component: lazyRouteComponent(() => import('./course-page.tsx'), 'CoursePage'),
});
const objectiveRoute = createRoute({
  getParentRoute,
  path: 'course/$objective',
  component: lazyRouteComponent(() => import('./objective-page.tsx'), 'ObjectivePage'),
});

export const courseRoutes = [courseRoute, objectiveRoute] as const;
