import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import type { MessagePlace } from '#community/reading/wire.ts';
import { api } from '#web/app/api.ts';
import { LostPage } from '#web/app/failed-page.tsx';
import { workspaceRoute } from '#web/app/roots.tsx';

const getParentRoute = () => workspaceRoute;

const threadsRoute = createRoute({
  getParentRoute,
  path: 'threads',
  component: lazyRouteComponent(() => import('./threads-page.tsx'), 'ThreadsPage'),
});
const threadRoute = createRoute({
  getParentRoute,
  path: 'threads/$thread',
  component: lazyRouteComponent(() => import('./thread-page.tsx'), 'ThreadPage'),
});
const channelRoute = createRoute({
  getParentRoute,
  path: 'channels/$channel',
  component: lazyRouteComponent(() => import('./channel-page.tsx'), 'ChannelPage'),
});
const searchRoute = createRoute({
  getParentRoute,
  path: 'search',
  component: lazyRouteComponent(() => import('./search-page.tsx'), 'SearchPage'),
});

/** A message by itself leads to where it is read. */
const messageRoute = createRoute({
  getParentRoute,
  path: 'messages/$message',
  beforeLoad: async ({ params }) => {
    const { ws, message } = params;
    const place = await api.get<MessagePlace>(`/messages/${message}`);
    const search = { around: message };
    if (place.threadId !== null)
      throw redirect({ to: '/$ws/threads/$thread', params: { ws, thread: place.threadId }, search });
    throw redirect({ to: '/$ws/channels/$channel', params: { ws, channel: place.channelId }, search });
  },
  component: LostPage,
});

export const readingRoutes = [threadsRoute, threadRoute, channelRoute, searchRoute, messageRoute] as const;
