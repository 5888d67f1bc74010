import { createRoute } from '@tanstack/react-router';
import { placesQuery } from '#web/community/places/places-query.ts';
import { LostPage } from './failed-page.tsx';
import { leaveFor, workspaceRoute } from './roots.tsx';

/** `/{slug}` leads to the three doors while nothing has come in, then to how the community lives: whoever opens it every day wants to see that first. */
export const workspaceHomeRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/',
  beforeLoad: async ({ context, params }) => {
    const places = await context.queryClient.query(placesQuery(params.ws));
    leaveFor(`/${params.ws}/${places.items.length === 0 ? 'start' : 'health'}`);
  },
  component: LostPage,
});
