import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Scoped } from '#platform/db/index.ts';
import { plainText } from '#platform/html/index.ts';
import type { TextFormat } from '#platform/html/index.ts';
import type {
  MemberRow,
  MembersQuery,
  MembersView,
  MemberView,
  StaffRules,
  TimelineItem,
  TimelineQuery,
  TimelineView,
} from './wire.ts';

const ORDERS = {
  latest: sql`last desc nulls last, lower(name), id`,
  name: sql`lower(name), id`,
  messages: sql`messages desc, lower(name), id`,
  first: sql`first asc nulls last, lower(name), id`,
} as const;

/** One page of members (merged ones stand for all their identities), with the number of all that fit. */
export async function memberList(db: Scoped, query: MembersQuery): Promise<MembersView> {
  const { workspaceId } = db.scope;
  const { rows } = await sql<MemberRow & { total: number }>`
    with written as (
      select identity.member_id, sum(identity.message_count)::int as messages, min(identity.first_at) as first,
        max(identity.last_at) as last, bool_or(identity.keyed_by = 'name') as by_name_only
      from identity where identity.workspace_id = ${workspaceId} group by identity.member_id
    ), chosen as (
      select member.id, member.name, member.kind, member.erased_at, written.messages, written.first, written.last, written.by_name_only
      from member join written on written.member_id = member.id
      where member.workspace_id = ${workspaceId} and member.merged_into is null and ${fits(query, workspaceId)}
    ), page as (
      select * from chosen order by ${ORDERS[query.order]} limit ${query.limit} offset ${query.offset}
    )
    select page.id, page.name, page.kind, page.messages, to_char(page.first at time zone 'UTC', 'YYYY-MM-DD') as first,
      to_char(page.last at time zone 'UTC', 'YYYY-MM-DD') as last, page.by_name_only as "byNameOnly", page.erased_at is not null as erased,
      (select array_agg(distinct place.name order by place.name) from identity
        join place on place.workspace_id = identity.workspace_id and place.id = identity.place_id
        where identity.workspace_id = ${workspaceId} and identity.member_id = page.id) as places,
      (select count(*) from chosen)::int as total
    from page order by ${ORDERS[query.order]}`.execute(db.tx);
  return { items: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}

function fits(query: MembersQuery, workspaceId: string): RawBuilder<boolean> {
  const conditions: RawBuilder<boolean>[] = [];
  if (query.q !== undefined) conditions.push(named(query.q, workspaceId));
  if (query.kind !== undefined) conditions.push(sql`member.kind = ${query.kind}`);
  if (query.wrote === 'yes') conditions.push(sql`written.messages > 0`);
  if (query.wrote === 'no') conditions.push(sql`written.messages = 0`);
  if (query.place !== undefined) {
    conditions.push(sql`exists (select from identity where identity.workspace_id = ${workspaceId}
      and identity.member_id = member.id and identity.place_id = ${query.place})`);
  }
  if (query.organisation !== undefined) {
    conditions.push(sql`exists (select from affiliation where affiliation.workspace_id = ${workspaceId}
      and affiliation.member_id = member.id and affiliation.organisation = ${query.organisation})`);
  }
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

/** By name or handle, capitals and accents apart. */
function named(words: string, workspaceId: string): RawBuilder<boolean> {
  const pattern = `%${words.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
  return sql`(unaccent(member.name) ilike unaccent(${pattern}) or exists (select from identity where identity.workspace_id = ${workspaceId}
    and identity.member_id = member.id and unaccent(identity.handle) ilike unaccent(${pattern})))`;
}

type MemberPage = Omit<MemberView, 'can'>;

/** One member with identities, affiliations and merges that can be undone; undefined when this workspace has none of that id. */
export async function memberPage(db: Scoped, memberId: string): Promise<MemberPage | undefined> {
  const { workspaceId } = db.scope;
  const { rows } = await sql<MemberPage & { erasedAt: Date | string | null }>`
    select member.id, member.name, member.kind, member.kind_from as "kindFrom", member.version, member.merged_into as "mergedInto",
      member.erased_at as "erasedAt",
      coalesce((select json_agg(json_build_object('id', identity.id, 'place', json_build_object('id', place.id, 'name', place.name),
          'handle', identity.handle, 'displayName', identity.display_name, 'email', identity.email, 'keyedBy', identity.keyed_by,
          'declaredRole', identity.declared_role, 'messages', identity.message_count,
          'joined', coalesce(identity.joined_day, (identity.joined_at at time zone 'UTC')::date)) order by identity.message_count desc, identity.id)
        from identity join place on place.workspace_id = identity.workspace_id and place.id = identity.place_id
        where identity.workspace_id = ${workspaceId} and identity.member_id = member.id), '[]') as identities,
      coalesce((select json_agg(json_build_object('id', affiliation.id, 'organisation', affiliation.organisation,
          'from', affiliation.from_day, 'until', affiliation.until_day) order by affiliation.from_day nulls first, affiliation.id)
        from affiliation where affiliation.workspace_id = ${workspaceId} and affiliation.member_id = member.id), '[]') as affiliations,
      coalesce((select json_agg(json_build_object('id', made.id, 'absorbedId', made.absorbed_id, 'reason', made.reason,
          'at', to_char(made.merged_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), 'identities', cardinality(made.identity_ids)) order by made.merged_at desc)
        from member_merge as made where made.workspace_id = ${workspaceId} and made.kept_id = member.id and made.undone_at is null), '[]') as merges,
      written.messages, to_char(written.first at time zone 'UTC', 'YYYY-MM-DD') as first, to_char(written.last at time zone 'UTC', 'YYYY-MM-DD') as last
    from member
    cross join lateral (select coalesce(sum(identity.message_count), 0)::int as messages, min(identity.first_at) as first, max(identity.last_at) as last
      from identity where identity.workspace_id = ${workspaceId} and identity.member_id = member.id) as written
    where member.workspace_id = ${workspaceId} and member.id = ${memberId}`.execute(db.tx);
  const row = rows[0];
  return row === undefined
    ? undefined
    : { ...row, erasedAt: row.erasedAt === null ? null : new Date(row.erasedAt).toISOString() };
}

export async function hasMember(db: Scoped, memberId: string): Promise<boolean> {
  const row = await db.tx
    .selectFrom('member')
    .select('id')
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', memberId)
    .executeTakeFirst();
  return row !== undefined;
}

interface TimelineRow {
  readonly id: string;
  readonly thread_id: string | null;
  readonly channel_id: string;
  readonly title: string | null;
  readonly place: string;
  readonly channel: string;
  readonly at: Date | null;
  readonly day: string | null;
  readonly opens: boolean;
  readonly text: string;
  readonly format: TextFormat;
  readonly total: number;
}

/** What a member wrote across places, latest first. */
export async function timeline(db: Scoped, memberId: string, query: TimelineQuery): Promise<TimelineView> {
  const { workspaceId } = db.scope;
  const { rows } = await sql<TimelineRow>`
    with own as (select id, message_count from identity where workspace_id = ${workspaceId} and member_id = ${memberId})
    select message.id, message.thread_id, message.channel_id, thread.title, place.name as place, channel.name as channel,
      message.at, message.day, message.opens, left(message.text, 600) as text, message.format,
      (select sum(own.message_count) from own)::int as total
    from message
    join place on place.workspace_id = message.workspace_id and place.id = message.place_id
    join channel on channel.workspace_id = message.workspace_id and channel.id = message.channel_id
    left join thread on thread.workspace_id = message.workspace_id and thread.id = message.thread_id
    where message.workspace_id = ${workspaceId} and message.identity_id in (select own.id from own)
    order by message.sort_at desc, message.position desc nulls last, message.id
    limit ${query.limit} offset ${query.offset}`.execute(db.tx);
  return { items: rows.map(toItem), total: rows[0]?.total ?? 0 };
}

function toItem(row: TimelineRow): TimelineItem {
  const excerpt = plainText(row.text, row.format);
  return {
    messageId: row.id,
    threadId: row.thread_id,
    channelId: row.channel_id,
    title: row.title,
    place: row.place,
    channel: row.channel,
    when: row.day === null ? { at: (row.at ?? new Date(0)).toISOString() } : { day: row.day },
    opens: row.opens,
    excerpt: excerpt.length > 280 ? `${excerpt.slice(0, 280)}…` : excerpt,
  };
}

/** The domains and lists that make staff. */
export async function staffRules(db: Scoped): Promise<StaffRules> {
  const rows = await db.tx
    .selectFrom('staff_rule')
    .select(['kind', 'value'])
    .where('workspace_id', '=', db.scope.workspaceId)
    .orderBy('value')
    .execute();
  const of = (kind: string): string[] => rows.filter((row) => row.kind === kind).map((row) => row.value);
  return { domains: of('domain'), addresses: of('address'), handles: of('handle') };
}
