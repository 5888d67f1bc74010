import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { workspaceRoute } from '#web/app/roots.tsx';

const getParentRoute = () => workspaceRoute;

const listRoute = createRoute({
  getParentRoute,
  path: 'segments',
  component: lazyRouteComponent(() => import('./segments-page.tsx'), 'SegmentsPage'),
});
const newRoute = createRoute({
  getParentRoute,
  path: 'segments/new',
  component: lazyRouteComponent(() => import('./editor-page.tsx'), 'NewSegmentPage'),
});
const membersRoute = createRoute({
  getParentRoute,
  path: 'segments/$segment',
  component: lazyRouteComponent(() => import('./members-page.tsx'), 'SegmentMembersPage'),
});
const editRoute = createRoute({
  getParentRoute,
  path: 'segments/$segment/edit',
  component: lazyRouteComponent(() => import('./editor-page.tsx'), 'EditSegmentPage'),
});

export const segmentRoutes = [listRoute, newRoute, membersRoute, editRoute] as const;
