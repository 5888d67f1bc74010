import { z } from 'zod';
import { no, yes } from '#kernel/result.ts';
import type { Database, Scoped } from '#platform/db/index.ts';
import { safeHtml } from '#platform/html/index.ts';
import type { Route } from '#platform/http/index.ts';
import { inWorkspace } from '#platform/http/index.ts';
import { threadHead } from './lookup.ts';
import type { MessageRow } from './model.ts';
import { toMessageView, toSearchHit, toThreadRow, toThreadView } from './rules.ts';
import type { Stream } from './views.ts';
import * as views from './views.ts';
import * as wire from './wire.ts';

export interface ReadingDeps {
  readonly database: Database;
}

const ThreadParams = z.object({ threadId: z.uuid() });
const ChannelParams = z.object({ channelId: z.uuid() });

/** Reading the community: threads, messages, channels, search. */
export function readingRoutes(deps: ReadingDeps): readonly Route[] {
  return [...threadRoutes(deps), ...channelRoutes(deps), messageRoute(deps), searchRoute(deps)];
}

function threadRoutes({ database }: ReadingDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'get',
      path: '/api/v1/threads',
      summary: 'Threads, by place, channel, member, period and staff',
      query: wire.ThreadsQuery,
      answer: wire.ThreadsView,
      handle: async ({ scope, query }) => {
        const { rows, total } = await database.inScope(scope, (db) => views.threadList(db, query));
        return yes({ items: rows.map(toThreadRow), total });
      },
    }),
    inWorkspace({
      method: 'get',
      path: '/api/v1/threads/{threadId}',
      summary: 'One thread',
      params: ThreadParams,
      answer: wire.ThreadView,
      handle: async ({ scope, params }) => {
        const head = await database.inScope(scope, (db) => threadHead(db, params.threadId));
        return head === undefined ? no('http/not_found') : yes(toThreadView(head));
      },
    }),
    inWorkspace({
      method: 'get',
      path: '/api/v1/threads/{threadId}/messages',
      summary: 'The messages of a thread, in order',
      params: ThreadParams,
      query: wire.MessagesQuery,
      answer: wire.MessagesView,
      handle: ({ scope, params, query }) =>
        database.inScope(scope, async (db) => {
          const head = await threadHead(db, params.threadId);
          return head === undefined ? no('http/not_found') : yes(await page(db, { thread: head.id }, query));
        }),
    }),
  ];
}

function channelRoutes({ database }: ReadingDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'get',
      path: '/api/v1/channels',
      summary: 'Channels of a place, or of all places',
      query: wire.ChannelsQuery,
      answer: wire.ChannelsView,
      handle: async ({ scope, query }) => {
        const items = await database.inScope(scope, (db) => views.channelList(db, query.place));
        return yes({ items: [...items] });
      },
    }),
    inWorkspace({
      method: 'get',
      path: '/api/v1/channels/{channelId}',
      summary: 'One channel',
      params: ChannelParams,
      answer: wire.ChannelView,
      handle: async ({ scope, params }) => {
        const head = await database.inScope(scope, (db) => views.channelHead(db, params.channelId));
        return head === undefined ? no('http/not_found') : yes(head);
      },
    }),
    inWorkspace({
      method: 'get',
      path: '/api/v1/channels/{channelId}/messages',
      summary: 'The messages of a channel as one stream, in order',
      params: ChannelParams,
      query: wire.MessagesQuery,
      answer: wire.MessagesView,
      handle: ({ scope, params, query }) =>
        database.inScope(scope, async (db) => {
          const head = await views.channelHead(db, params.channelId);
          return head === undefined ? no('http/not_found') : yes(await page(db, { channel: head.id }, query));
        }),
    }),
  ];
}

function messageRoute({ database }: ReadingDeps): Route {
  return inWorkspace({
    method: 'get',
    path: '/api/v1/messages/{messageId}',
    summary: 'Where a message is read',
    params: z.object({ messageId: z.uuid() }),
    answer: wire.MessagePlace,
    handle: async ({ scope, params }) => {
      const place = await database.inScope(scope, (db) => views.messagePlace(db, params.messageId));
      return place === undefined ? no('http/not_found') : yes(place);
    },
  });
}

function searchRoute({ database }: ReadingDeps): Route {
  return inWorkspace({
    method: 'get',
    path: '/api/v1/search',
    summary: 'Messages that hold the words, in French and English, accents or not',
    query: wire.SearchQuery,
    answer: wire.SearchView,
    handle: ({ scope, query }) =>
      database.inScope(scope, async (db) => {
        if (!(await views.isSearchable(db, query.q))) return no('search/only_common_words');
        const { rows, total } = await views.searchMessages(db, query);
        return yes({ items: rows.map(toSearchHit), total, atLeast: total >= views.MOST_COUNTED });
      }),
  });
}

async function page(db: Scoped, stream: Stream, query: wire.MessagesQuery): Promise<wire.MessagesView> {
  const { rows, offset, total } = await views.messagePage(db, stream, query);
  return { items: rows.map(present), offset, total };
}

/** Removed and erased messages keep their place and lose their words. */
function present(row: MessageRow): wire.MessageView {
  const isReadable = row.state === 'shown' || row.state === 'hidden';
  return toMessageView(row, isReadable ? safeHtml(row.text, row.format) : '');
}
