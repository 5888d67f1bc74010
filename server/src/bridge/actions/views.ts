import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import { openMandates, proposers } from '#bridge/mandates/lookup.ts';
import type { Rows, Scoped, SqlWindow } from '#platform/db/index.ts';
import { daysAfter, rowsOf, together, toldAs } from '#platform/db/index.ts';
import { plainText } from '#platform/html/index.ts';
import type { TextFormat } from '#platform/html/index.ts';
import type { FoundAct, FoundKind } from './model.ts';
import type { ActionRow, ActionsQuery, FoundAction, FoundQuery } from './wire.ts';

const EXCERPT = 240;

interface FoundRow {
  readonly id: string;
  readonly kind: FoundKind;
  readonly at: Date | null;
  readonly day: string | null;
  readonly local_day: string;
  readonly member_id: string;
  readonly member_name: string;
  readonly place: string;
  readonly channel: string;
  readonly channel_id: string;
  readonly thread_id: string | null;
  readonly title: string | null;
  readonly labels: readonly string[] | null;
  readonly text: string;
  readonly format: TextFormat;
  readonly total: number;
}

const LOCAL_DAY = sql`coalesce(message.day, (message.at at time zone workspace.zone)::date)`;

/** A message of the team nobody has sorted, what rules look at in it, and how many there are. */
interface FoundMessage {
  readonly act: Omit<FoundAction, 'proposal'>;
  readonly about: FoundAct;
  readonly total: number;
}

/** Messages of the team nobody has sorted, the newest first. Needs `ruling` where the rule of a mandate is asked for. */
export function foundRows(
  { scope: { workspaceId } }: Scoped,
  query: FoundQuery,
  { from, until }: SqlWindow,
): Rows<FoundMessage> {
  const found = rowsOf(
    sql<FoundRow>`
    with chosen as (
      select message.id, message.sort_at, member.id as member_id, member.name as member_name, ${LOCAL_DAY}::text as local_day
      from member
      join identity on identity.workspace_id = member.workspace_id and identity.member_id = member.id
      join message on message.workspace_id = identity.workspace_id and message.identity_id = identity.id
      join workspace on workspace.id = message.workspace_id
      left join thread on thread.workspace_id = message.workspace_id and thread.id = message.thread_id
      left join action on action.workspace_id = message.workspace_id and action.message_id = message.id
      where member.workspace_id = ${workspaceId} and member.kind = 'staff' and message.state = 'shown' and action.id is null
        and message.sort_at >= ${daysAfter(from, -1)}::timestamptz and message.sort_at < ${daysAfter(until, 1)}::timestamptz
        and ${LOCAL_DAY} >= ${from}::date and ${LOCAL_DAY} < ${until}::date and ${narrowed(query)}
    ), page as (
      select * from chosen order by sort_at desc, id limit ${query.limit} offset ${query.offset}
    )
    select message.id, message.at, message.day, page.local_day, page.member_id, page.member_name, place.name as place,
      channel.name as channel, channel.id as channel_id, message.thread_id, thread.title, thread.labels,
      left(message.text, 2000) as text, message.format, (select count(*) from chosen)::int as total,
      case when message.opens or (message.thread_id is null and message.reply_to_id is null)
        then 'publication' else 'reply' end as kind
    from page
    join message on message.workspace_id = ${workspaceId} and message.id = page.id
    join place on place.workspace_id = message.workspace_id and place.id = message.place_id
    join channel on channel.workspace_id = message.workspace_id and channel.id = message.channel_id
    left join thread on thread.workspace_id = message.workspace_id and thread.id = message.thread_id
    order by page.sort_at desc, page.id`,
    'at',
  );
  return toldAs(found, foundOf);
}

/** What the reader asked for: a channel, an author, or what the rule of a mandate fits. */
function narrowed({ channel, member, mandate }: FoundQuery): RawBuilder<unknown> {
  const conditions = [sql`true`];
  if (channel !== undefined) conditions.push(sql`message.channel_id = ${channel}`);
  if (member !== undefined) conditions.push(sql`member.id = ${member}`);
  if (mandate !== undefined) conditions.push(RULED);
  return sql.join(conditions, sql` and `);
}

/** SQL of `ruling`: what the rule of one mandate says, as lists; no row where it proposes nothing. */
export function ruling(db: Scoped, mandateId: string): RawBuilder<unknown> {
  const listed = (name: string, type: string): RawBuilder<unknown> =>
    sql`array(select jsonb_array_elements_text(one.rule -> ${sql.lit(name)})::${sql.raw(type)}) as ${sql.ref(name)}`;
  return sql`ruling as materialized (
    select one."fromDay"::date as from_day, one."untilDay"::date as until_day, ${listed('channels', 'uuid')},
      ${listed('labels', 'text')}, ${listed('authors', 'uuid')}
    from (${proposers(db).query}) as one where one.id = ${mandateId})`;
}

const RULED = sql`exists (
  select from ruling where ${LOCAL_DAY} >= ruling.from_day and ${LOCAL_DAY} < ruling.until_day
    and (ruling.channels = '{}' or message.channel_id = any(ruling.channels))
    and (ruling.labels = '{}' or thread.labels && ruling.labels)
    and (ruling.authors = '{}' or member.id = any(ruling.authors)))`;

function foundOf(row: FoundRow): FoundMessage {
  return {
    total: row.total,
    about: { channelId: row.channel_id, memberId: row.member_id, labels: row.labels ?? [], day: row.local_day },
    act: {
      id: row.id,
      kind: row.kind,
      when: row.at === null ? { day: row.day ?? row.local_day } : { at: row.at.toISOString() },
      author: { id: row.member_id, name: row.member_name },
      place: row.place,
      channel: row.channel,
      channelId: row.channel_id,
      threadId: row.thread_id,
      title: row.title,
      excerpt: shortened(row.text, row.format, EXCERPT),
    },
  };
}

interface SortedRow extends Omit<ActionRow, 'mandate' | 'message'> {
  readonly mandate_id: string | null;
  readonly intention: string | null;
  readonly message_id: string | null;
  readonly thread_id: string | null;
  readonly channel_id: string | null;
  readonly title: string | null;
  readonly text: string | null;
  readonly format: TextFormat | null;
  readonly total: number;
}

/** Acts that were sorted or written down, the newest first, and what acts may be tied to. */
export async function actionList(db: Scoped, { mandate, tie, offset, limit }: ActionsQuery) {
  const { workspaceId } = db.scope;
  const conditions = [
    sql`action.workspace_id = ${workspaceId}`,
    ...(mandate === undefined ? [] : [sql`action.mandate_id = ${mandate}`]),
    ...(tie === undefined ? [] : [sql`action.tie = ${tie}`]),
  ];
  const sorted = sql<SortedRow>`
    with page as (
      select action.* from action where ${sql.join(conditions, sql` and `)}
      order by action.day desc, action.id desc limit ${limit} offset ${offset}
    )
    select action.id, action.kind, action.tie, action.day::text as day, action.minutes, action.note, action.version,
      mandate.id as mandate_id, mandate.intention, message.id as message_id, message.thread_id, message.channel_id, thread.title,
      left(message.text, 400) as text, message.format,
      coalesce(person.name, case when member.erased_at is null then member.name end) as who,
      (select count(*) from action where ${sql.join(conditions, sql` and `)})::int as total
    from page as action
    left join mandate on mandate.workspace_id = action.workspace_id and mandate.id = action.mandate_id
    left join message on message.workspace_id = action.workspace_id and message.id = action.message_id and message.state = 'shown'
    left join thread on thread.workspace_id = message.workspace_id and thread.id = message.thread_id
    left join colleague on colleague.workspace_id = action.workspace_id and colleague.id = action.done_by
    left join person on person.id = colleague.person_id
    left join member on member.workspace_id = action.workspace_id and member.id = action.done_by_member
    order by action.day desc, action.id desc`;
  const { rows, mandates } = await together(db, { rows: rowsOf(sorted), mandates: openMandates(db) });
  return { items: rows.map(actionOf), total: rows[0]?.total ?? 0, mandates };
}

function actionOf(row: SortedRow): ActionRow {
  const { id, kind, tie, day, minutes, note, who, version } = row;
  const { mandate_id: mandateId, intention, message_id: messageId, channel_id: channelId } = row;
  return {
    id,
    kind,
    tie,
    mandate: mandateId === null || intention === null ? null : { id: mandateId, intention },
    day,
    minutes,
    note,
    who,
    message:
      messageId === null || channelId === null
        ? null
        : { id: messageId, threadId: row.thread_id, channelId, title: row.title ?? beginningOf(row) },
    version,
  };
}

const BEGINNING = 80;

/** A chat has no titles: a message is known by how it begins. */
function beginningOf({ text, format }: SortedRow): string {
  return shortened(text ?? '', format ?? 'plain', BEGINNING);
}

function shortened(text: string, format: TextFormat, most: number): string {
  const plain = plainText(text, format).replaceAll(/\s+/g, ' ').trim();
  return plain.length > most ? `${plain.slice(0, most)}…` : plain;
}
