import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { addDays } from '#kernel/day.ts';
import type { Scoped } from '#platform/db/index.ts';
import { HIT_END, HIT_START } from './model.ts';
import type { HitRow, MessageRow, ThreadListRow } from './model.ts';
import type { ChannelRow, ChannelView, Filters, MessagePlace, SearchQuery, ThreadsQuery } from './wire.ts';

/** Counting further than this tells a reader nothing more. */
export const MOST_COUNTED = 10_000;

type Condition = RawBuilder<boolean>;

const AUTHOR = sql`
  member.id as author_member, identity.id as author_identity, member.name as author_name, member.kind as author_kind,
  identity.keyed_by as author_keyed_by, member.erased_at is not null as author_erased`;

const PLACE = sql`place.id as place_id, place.name as place_name, channel.id as channel_id, channel.name as channel_name`;

function all(conditions: readonly Condition[]): RawBuilder<boolean> {
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

/** Days of the workspace's zone for instants, plain days for day-only dates; the first bounds only let an index cut. */
function during(table: 'message' | 'thread', db: Scoped, filters: Filters): Condition[] {
  const at = table === 'message' ? sql.ref('message.sort_at') : sql.ref('thread.opened_at');
  const zone = sql`case when (place.gives ->> 'hours')::boolean
    then (select workspace.zone from workspace where workspace.id = ${db.scope.workspaceId}) else 'UTC' end`;
  const conditions: Condition[] = [];
  if (filters.from !== undefined) {
    conditions.push(sql`${at} >= ${addDays(filters.from, -1)}::timestamptz`);
    conditions.push(sql`(${at} at time zone ${zone})::date >= ${filters.from}::date`);
  }
  if (filters.until !== undefined) {
    conditions.push(sql`${at} < ${addDays(filters.until, 1)}::timestamptz`);
    conditions.push(sql`(${at} at time zone ${zone})::date < ${filters.until}::date`);
  }
  return conditions;
}

function about(table: 'message' | 'thread', filters: Filters): Condition[] {
  const conditions: Condition[] = [];
  if (filters.place !== undefined)
    conditions.push(sql`${sql.ref(`${table}.place_id`)} = any(${filters.place}::uuid[])`);
  if (filters.channel !== undefined)
    conditions.push(sql`${sql.ref(`${table}.channel_id`)} = any(${filters.channel}::uuid[])`);
  if (filters.staff === 'only') conditions.push(sql`member.kind = 'staff'`);
  if (filters.staff === 'without') conditions.push(sql`member.kind is distinct from 'staff'`);
  return conditions;
}

const ORDERS = {
  latest: sql`thread.last_at desc nulls last, thread.id`,
  opened: sql`thread.opened_at desc nulls last, thread.id`,
  longest: sql`thread.message_count desc, thread.id`,
} as const;

/** One page of threads, with the number of all that fit the filters. */
export async function threadList(
  db: Scoped,
  query: ThreadsQuery,
): Promise<{ readonly rows: readonly ThreadListRow[]; readonly total: number }> {
  const { workspaceId } = db.scope;
  const wrote =
    query.member === undefined
      ? []
      : [
          sql<boolean>`exists (
    select from message join identity as writer on writer.workspace_id = message.workspace_id and writer.id = message.identity_id
    where message.workspace_id = ${workspaceId} and message.thread_id = thread.id and writer.member_id = ${query.member})`,
        ];
  const { rows } = await sql<ThreadListRow & { total: number }>`
    with chosen as (
      select thread.id, thread.last_at, thread.opened_at, thread.message_count
      from thread
      join place on place.workspace_id = thread.workspace_id and place.id = thread.place_id
      left join identity on identity.workspace_id = thread.workspace_id and identity.id = thread.opened_by
      left join member on member.workspace_id = identity.workspace_id and member.id = identity.member_id
      where thread.workspace_id = ${workspaceId} and thread.message_count > 0
        and ${all([...about('thread', query), ...during('thread', db, query), ...wrote])}
    ), page as (
      select thread.id from chosen as thread order by ${ORDERS[query.order]} limit ${query.limit} offset ${query.offset}
    )
    select thread.id, coalesce(thread.title, (select left(first.text, 300) from message as first where first.workspace_id = thread.workspace_id
      and first.thread_id = thread.id and first.state in ('shown', 'hidden') order by first.sort_at, first.position nulls last, first.id limit 1)) as title,
      thread.title is null as untitled, thread.opened_at, thread.last_at, thread.message_count, thread.locked, thread.labels,
      (place.gives ->> 'hours')::boolean as has_hours, ${PLACE}, ${AUTHOR}, (select count(*) from chosen)::int as total
    from page
    join thread on thread.workspace_id = ${workspaceId} and thread.id = page.id
    join place on place.workspace_id = thread.workspace_id and place.id = thread.place_id
    join channel on channel.workspace_id = thread.workspace_id and channel.id = thread.channel_id
    left join identity on identity.workspace_id = thread.workspace_id and identity.id = thread.opened_by
    left join member on member.workspace_id = identity.workspace_id and member.id = identity.member_id
    order by ${ORDERS[query.order]}`.execute(db.tx);
  return { rows, total: rows[0]?.total ?? 0 };
}

/** The head of a channel, or undefined when this workspace has none of that id. */
export async function channelHead(db: Scoped, channelId: string): Promise<ChannelView | undefined> {
  const { rows } = await sql<{
    id: string;
    name: string;
    url: string | null;
    place_id: string;
    place_name: string;
    messages: number;
  }>`
    select channel.id, channel.name, channel.url, place.id as place_id, place.name as place_name,
      (select count(*) from message where message.workspace_id = channel.workspace_id and message.channel_id = channel.id)::int as messages
    from channel join place on place.workspace_id = channel.workspace_id and place.id = channel.place_id
    where channel.workspace_id = ${db.scope.workspaceId} and channel.id = ${channelId}`.execute(db.tx);
  const row = rows[0];
  if (row === undefined) return undefined;
  return {
    id: row.id,
    name: row.name,
    link: row.url,
    messages: row.messages,
    place: { id: row.place_id, name: row.place_name },
  };
}

/** What a page of messages is read from: one thread, or one channel whose place has no threads. */
export type Stream = { readonly thread: string } | { readonly channel: string };

function inStream(stream: Stream): Condition {
  return 'thread' in stream ? sql`message.thread_id = ${stream.thread}` : sql`message.channel_id = ${stream.channel}`;
}

/** One page of messages in order, with the place where it starts; `around` opens the page that holds that message. */
export async function messagePage(
  db: Scoped,
  stream: Stream,
  page: { readonly offset: number; readonly limit: number; readonly around?: string | undefined },
): Promise<{ readonly rows: readonly MessageRow[]; readonly offset: number; readonly total: number }> {
  const { workspaceId } = db.scope;
  const start =
    page.around === undefined
      ? sql`${page.offset}::bigint`
      : sql`coalesce((select (place_in_line / ${page.limit}) * ${page.limit} from line where id = ${page.around}), ${page.offset}::bigint)`;
  const { rows } = await sql<MessageRow & { first: number; total: number }>`
    with line as materialized (
      select message.id, row_number() over (order by message.sort_at, message.position nulls last, message.id) - 1 as place_in_line
      from message where message.workspace_id = ${workspaceId} and ${inStream(stream)}
    ), start as (select ${start} as first)
    select message.id, message.thread_id, message.at, message.day, message.text, message.format, message.language, message.state,
      message.edited_at, message.url, ${AUTHOR}, start.first::int, (select count(*) from line)::int as total,
      answered.id as reply_id, answerer.name as reply_author, left(answered.text, 1000) as reply_text, answered.format as reply_format,
      coalesce((select json_agg(json_build_object('emoji', given.emoji, 'count', given.count) order by given.count desc, given.emoji)
        from (select reaction.emoji, sum(reaction.count)::int as count from reaction
          where reaction.workspace_id = ${workspaceId} and reaction.message_id = message.id group by reaction.emoji) as given), '[]') as reactions
    from start
    join line on line.place_in_line >= start.first and line.place_in_line < start.first + ${page.limit}
    join message on message.workspace_id = ${workspaceId} and message.id = line.id
    join identity on identity.workspace_id = message.workspace_id and identity.id = message.identity_id
    join member on member.workspace_id = identity.workspace_id and member.id = identity.member_id
    left join message as answered on answered.workspace_id = message.workspace_id and answered.id = message.reply_to_id
    left join identity as answering on answering.workspace_id = answered.workspace_id and answering.id = answered.identity_id
    left join member as answerer on answerer.workspace_id = answering.workspace_id and answerer.id = answering.member_id
    order by line.place_in_line`.execute(db.tx);
  return { rows, offset: rows[0]?.first ?? page.offset, total: rows[0]?.total ?? 0 };
}

/** Where a message is read, or undefined when this workspace has none of that id. */
export async function messagePlace(db: Scoped, messageId: string): Promise<MessagePlace | undefined> {
  return await db.tx
    .selectFrom('message')
    .select(['id', 'thread_id as threadId', 'channel_id as channelId'])
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', messageId)
    .executeTakeFirst();
}

/** Channels with what they hold, most messages first. */
export async function channelList(db: Scoped, placeId: string | undefined): Promise<readonly ChannelRow[]> {
  const inPlace = placeId === undefined ? sql`true` : sql`channel.place_id = ${placeId}`;
  const { rows } = await sql<ChannelRow>`
    select channel.id, channel.name, channel.place_id as "placeId", coalesce(counted.messages, 0)::int as messages,
      coalesce(grouped.threads, 0)::int as threads, (place.gives ->> 'threads')::boolean as threaded
    from channel
    join place on place.workspace_id = channel.workspace_id and place.id = channel.place_id
    left join (select channel_id, count(*) as messages from message where workspace_id = ${db.scope.workspaceId} group by channel_id) as counted
      on counted.channel_id = channel.id
    left join (select channel_id, count(*) as threads from thread where workspace_id = ${db.scope.workspaceId} group by channel_id) as grouped
      on grouped.channel_id = channel.id
    where channel.workspace_id = ${db.scope.workspaceId} and ${inPlace}
    order by messages desc, channel.name limit 5000`.execute(db.tx);
  return rows;
}

/**
 * The words of a message that answer, as its own language stems them: what was found is then what is marked, also where
 * only the folded stems are the same.
 */
function answering(words: string): RawBuilder<unknown> {
  return sql`(select string_agg(quote_literal(own.lexeme), ' | ')::tsquery
    from unnest(to_tsvector(spoken.config, left(message.text, 20000))) as own
    where folded(own.lexeme) = any(tsvector_to_array(search_vector('fr', ${words})) || tsvector_to_array(search_vector('en', ${words}))))`;
}

const HEADLINE = `StartSel=${HIT_START}, StopSel=${HIT_END}, MaxWords=34, MinWords=14, MaxFragments=2, FragmentDelimiter=" … "`;

/** Messages that hold the words, best or latest first, with the words marked. */
export async function searchMessages(
  db: Scoped,
  query: SearchQuery,
): Promise<{ readonly rows: readonly HitRow[]; readonly total: number }> {
  const { workspaceId } = db.scope;
  const asked = sql`search_query(${query.q})`;
  const order =
    query.order === 'best'
      ? sql`ts_rank_cd(message.search, ${asked}) desc, message.sort_at desc`
      : sql`message.sort_at desc, message.id`;
  const by = query.member === undefined ? [] : [sql<boolean>`member.id = ${query.member}`];
  const { rows } = await sql<HitRow & { total: number }>`
    with found as materialized (
      select message.id, message.sort_at, message.search
      from message
      join place on place.workspace_id = message.workspace_id and place.id = message.place_id
      join identity on identity.workspace_id = message.workspace_id and identity.id = message.identity_id
      join member on member.workspace_id = identity.workspace_id and member.id = identity.member_id
      where message.workspace_id = ${workspaceId} and message.search @@ ${asked} and message.state in ('shown', 'hidden')
        and ${all([...about('message', query), ...during('message', db, query), ...by])}
      limit ${MOST_COUNTED}
    ), page as (
      select message.id, row_number() over (order by ${order}) as rank from found as message
      order by rank limit ${query.limit} offset ${query.offset}
    )
    select message.id, message.thread_id, message.at, message.day, message.format, thread.title, ${PLACE}, ${AUTHOR},
      coalesce(ts_headline(spoken.config, left(message.text, 20000), ${answering(query.q)}, ${HEADLINE}), left(message.text, 200)) as headline,
      (select count(*) from found)::int as total
    from page
    join message on message.workspace_id = ${workspaceId} and message.id = page.id
    join place on place.workspace_id = message.workspace_id and place.id = message.place_id
    join channel on channel.workspace_id = message.workspace_id and channel.id = message.channel_id
    cross join lateral (select case message.language when 'fr' then 'french' else 'english' end::regconfig as config) as spoken
    left join thread on thread.workspace_id = message.workspace_id and thread.id = message.thread_id
    join identity on identity.workspace_id = message.workspace_id and identity.id = message.identity_id
    join member on member.workspace_id = identity.workspace_id and member.id = identity.member_id
    order by page.rank`.execute(db.tx);
  return { rows, total: rows[0]?.total ?? 0 };
}

/** Whether words are left to search for, in either language, once those that every text holds are taken out. */
export async function isSearchable(db: Scoped, words: string): Promise<boolean> {
  const { rows } = await sql<{ fewest: number }>`select least(numnode(websearch_to_tsquery('french', ${words})),
    numnode(websearch_to_tsquery('english', ${words}))) as fewest`.execute(db.tx);
  return (rows[0]?.fewest ?? 0) > 0;
}
