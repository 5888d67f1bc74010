import { createRoute } from '@tanstack/react-router';
import { LostPage } from './failed-page.tsx';
import { PAGES } from './pages.ts';
import { leaveFor, workspaceRoute } from './roots.tsx';

/** `/{slug}` leads to the first page of the navigation that exists, cockpit first. */
export const workspaceHomeRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/',
  beforeLoad: ({ params }) => {
    const first = PAGES.find((page) => page.stage !== 'nowhere');
    if (first !== undefined) leaveFor(`/${params.ws}${first.path}`);
  },
  component: LostPage,
});
