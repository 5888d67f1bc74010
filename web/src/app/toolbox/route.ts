import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../roots.tsx';

/** `/ui`: every component in both themes, for whoever builds a page and for the checks. */
export const toolboxRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: 'ui',
  component: lazyRouteComponent(() => import('./toolbox-page.tsx'), 'ToolboxPage'),
});
