import { z } from 'zod';

/** An instant, or a bare day where the place gives no hour: a bare day is never shown with one. */
export const When = z.union([z.object({ at: z.iso.datetime() }), z.object({ day: z.iso.date() })]);

export const Named = z.object({ id: z.uuid(), name: z.string() });

export const Author = z.object({
  memberId: z.uuid(),
  identityId: z.uuid(),
  name: z.string(),
  kind: z.enum(['person', 'staff', 'bot']),
  /** The place gives names only: namesakes there cannot be told apart. */
  byNameOnly: z.boolean(),
  erased: z.boolean(),
});

/** A piece of text, marked where the search found its words. */
export const Segment = z.object({ text: z.string(), hit: z.boolean() });

const list = <T extends z.ZodType>(of: T) =>
  z.union([of, z.array(of).max(50)]).transform((value) => (Array.isArray(value) ? value : [value]));

/** Filters shared by the list of threads and by search; all of them live in the address of the page. */
export const Filters = z.object({
  place: list(z.uuid()).optional(),
  channel: list(z.uuid()).optional(),
  member: z.uuid().optional(),
  /** Days of the workspace's zone, half-open. */
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
  /** `only`: written by staff; `without`: by others. */
  staff: z.enum(['only', 'without']).optional(),
});

const Page = z.object({
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const ThreadsQuery = Filters.extend(Page.shape).extend({
  order: z.enum(['latest', 'opened', 'longest']).default('latest'),
});

export const ThreadRow = z.object({
  id: z.uuid(),
  title: z.string().nullable(),
  place: Named,
  channel: Named,
  openedBy: Author.nullable(),
  opened: When.nullable(),
  last: When.nullable(),
  messages: z.number().int(),
  locked: z.boolean(),
  labels: z.array(z.string()),
});

export const ThreadsView = z.object({ items: z.array(ThreadRow), total: z.number().int() });

export const MessageView = z.object({
  id: z.uuid(),
  threadId: z.uuid().nullable(),
  author: Author,
  when: When,
  /** Cleaned for showing; empty for removed and erased messages. */
  html: z.string(),
  language: z.string(),
  state: z.enum(['shown', 'hidden', 'removed', 'erased']),
  edited: z.iso.datetime().nullable(),
  /** Where it stands in its place, when the place gives links. */
  link: z.string().nullable(),
  repliesTo: z.object({ id: z.uuid(), author: z.string(), excerpt: z.string() }).nullable(),
  reactions: z.array(z.object({ emoji: z.string(), count: z.number().int() })),
});

export const ThreadView = z.object({
  id: z.uuid(),
  title: z.string().nullable(),
  place: Named,
  channel: Named,
  link: z.string().nullable(),
  locked: z.boolean(),
  labels: z.array(z.string()),
  messages: z.number().int(),
});

export const MessagesQuery = Page.extend({
  /** Opens the page that holds this message. */
  around: z.uuid().optional(),
});

export const MessagesView = z.object({
  items: z.array(MessageView),
  /** Where the first item stands among all. */
  offset: z.number().int(),
  total: z.number().int(),
});

/** Where a message is read: its thread, else its channel. */
export const MessagePlace = z.object({ id: z.uuid(), threadId: z.uuid().nullable(), channelId: z.uuid() });

export const ChannelsQuery = z.object({ place: z.uuid().optional() });
export const ChannelRow = Named.extend({
  placeId: z.uuid(),
  messages: z.number().int(),
  threads: z.number().int(),
  /** Messages stand in threads there; else the channel itself is read as one stream. */
  threaded: z.boolean(),
});
export const ChannelsView = z.object({ items: z.array(ChannelRow) });

export const ChannelView = z.object({
  id: z.uuid(),
  name: z.string(),
  place: Named,
  link: z.string().nullable(),
  messages: z.number().int(),
});

export const SearchQuery = Filters.extend(Page.shape).extend({
  q: z.string().trim().min(1).max(200),
  order: z.enum(['best', 'latest']).default('best'),
});

export const SearchHit = z.object({
  messageId: z.uuid(),
  threadId: z.uuid().nullable(),
  channelId: z.uuid(),
  title: z.string().nullable(),
  place: Named,
  channel: Named,
  author: Author,
  when: When,
  excerpt: z.array(Segment),
});

export const SearchView = z.object({
  items: z.array(SearchHit),
  total: z.number().int(),
  /** The count stopped at its limit: there are at least that many. */
  atLeast: z.boolean(),
});

export type When = z.output<typeof When>;
export type Author = z.output<typeof Author>;
export type Segment = z.output<typeof Segment>;
export type Filters = z.output<typeof Filters>;
export type ThreadsQuery = z.output<typeof ThreadsQuery>;
export type ThreadRow = z.output<typeof ThreadRow>;
export type ThreadsView = z.output<typeof ThreadsView>;
export type MessageView = z.output<typeof MessageView>;
export type ThreadView = z.output<typeof ThreadView>;
export type MessagesQuery = z.output<typeof MessagesQuery>;
export type MessagesView = z.output<typeof MessagesView>;
export type MessagePlace = z.output<typeof MessagePlace>;
export type ChannelRow = z.output<typeof ChannelRow>;
export type ChannelsView = z.output<typeof ChannelsView>;
export type ChannelView = z.output<typeof ChannelView>;
export type SearchQuery = z.output<typeof SearchQuery>;
export type SearchHit = z.output<typeof SearchHit>;
export type SearchView = z.output<typeof SearchView>;
