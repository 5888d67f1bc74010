import { createRoute } from '@tanstack/react-router';
import { placesQuery } from '#web/community/places/places-query.ts';
import { LostPage } from './failed-page.tsx';
import { PAGES } from './pages.ts';
import { leaveFor, workspaceRoute } from './roots.tsx';

/** `/{slug}` leads to the three doors while nothing has come in, then to the first page of the navigation, cockpit first. */
export const workspaceHomeRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/',
  beforeLoad: async ({ context, params }) => {
    const places = await context.queryClient.query(placesQuery(params.ws));
    if (places.items.length === 0) leaveFor(`/${params.ws}/start`);
    const first = PAGES.find((page) => page.stage !== 'nowhere');
    if (first !== undefined) leaveFor(`/${params.ws}${first.path}`);
  },
  component: LostPage,
});
