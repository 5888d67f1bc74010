import { sql } from 'kysely';
import type { Scoped } from '#platform/db/index.ts';
import type { Changes, TextRow } from './model.ts';

/** Texts are to be read again. */
export async function markAsked(db: Scoped): Promise<void> {
  await sql`
    insert into understanding (workspace_id) values (${db.scope.workspaceId})
    on conflict (workspace_id) do update set asked = understanding.asked + 1`.execute(db.tx);
}

/** How many texts there are to be read. */
export async function countTexts(db: Scoped): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from message
    where message.workspace_id = ${db.scope.workspaceId} and message.state = 'shown'`.execute(db.tx);
  return rows[0]?.count ?? 0;
}

export async function markStep(
  db: Scoped,
  step: { readonly step: 'listening' | 'reading'; readonly read: number; readonly total: number; readonly at?: Date },
): Promise<void> {
  await sql`
    update understanding set step = ${step.step}, read = ${step.read}, total = ${step.total},
      started_at = coalesce(${step.at ?? null}::timestamptz, understanding.started_at)
    where understanding.workspace_id = ${db.scope.workspaceId}`.execute(db.tx);
}

export async function markDone(db: Scoped, asked: number, at: Date): Promise<void> {
  await sql`
    update understanding set step = null, done = ${asked}, finished_at = ${at}
    where understanding.workspace_id = ${db.scope.workspaceId}`.execute(db.tx);
}

/**
 * The next messages by id. Ids are derived from hashes, so that the first of them are a sample of all. Texts are cut
 * where reading stops anyway.
 */
export async function nextTexts(db: Scoped, after: string, limit: number): Promise<readonly TextRow[]> {
  const { workspaceId } = db.scope;
  const { rows } = await sql<TextRow>`
    with page as (
      select message.id, message.place_id, message.channel_id, message.thread_id, message.identity_id, message.opens,
        coalesce(message.thread_id::text, message.channel_id::text || message.sort_at::date) as talk, left(message.text, 6000) as text, message.format, message.language
      from message
      where message.workspace_id = ${workspaceId} and message.id > ${after} and message.state = 'shown'
      order by message.id limit ${limit}
    )
    select page.id, page.place_id as "placeId", page.thread_id as "threadId", page.identity_id as author, page.talk, page.opens,
      page.text, page.format,
      case when page.language = 'und' then coalesce(place.language, 'und') else page.language end as language,
      thread.title, coalesce(thread.labels, '{}') as labels, channel.support as "isSupport",
      judged.tone, judged.by as "toneBy", reading.kind, reading.kind_by as "kindBy",
      array(select about.theme_id::text from message_theme about
        where about.workspace_id = ${workspaceId} and about.message_id = page.id) as themes
    from page
    join place on place.workspace_id = ${workspaceId} and place.id = page.place_id
    join channel on channel.workspace_id = ${workspaceId} and channel.id = page.channel_id
    left join thread on page.opens and thread.workspace_id = ${workspaceId} and thread.id = page.thread_id
    left join thread_reading reading
      on page.opens and reading.workspace_id = ${workspaceId} and reading.thread_id = page.thread_id
    left join message_tone judged on judged.workspace_id = ${workspaceId} and judged.message_id = page.id
    order by page.id`.execute(db.tx);
  return rows;
}

/** Writes what reading changed. What a person said in the meantime is left alone. */
export async function writeChanges(db: Scoped, changes: Changes): Promise<void> {
  await writeTones(db, changes);
  await writeKinds(db, changes);
  await writeMentions(db, changes);
}

async function writeTones(db: Scoped, { tones, mute }: Changes): Promise<void> {
  const { workspaceId } = db.scope;
  if (tones.length > 0) {
    await sql`
      insert into message_tone (workspace_id, message_id, place_id, tone, by)
      select ${workspaceId}, heard.message_id, heard.place_id, heard.tone, 'lexicon'
      from unnest(${tones.map((one) => one.messageId)}::uuid[], ${tones.map((one) => one.placeId)}::uuid[],
        ${tones.map((one) => one.tone)}::smallint[]) as heard (message_id, place_id, tone)
      on conflict (workspace_id, message_id) do update set tone = excluded.tone
      where message_tone.by = 'lexicon'`.execute(db.tx);
  }
  if (mute.length > 0) {
    await sql`
      delete from message_tone where message_tone.workspace_id = ${workspaceId}
        and message_tone.message_id = any(${mute}::uuid[]) and message_tone.by = 'lexicon'`.execute(db.tx);
  }
}

async function writeKinds(db: Scoped, { kinds }: Changes): Promise<void> {
  if (kinds.length === 0) return;
  // Two messages may claim to open one thread.
  const last = [...new Map(kinds.map((one) => [one.threadId, one])).values()];
  await sql`
    insert into thread_reading (workspace_id, thread_id, place_id, kind, kind_by)
    select ${db.scope.workspaceId}, told.thread_id, told.place_id, told.kind, told.kind_by
    from unnest(${last.map((one) => one.threadId)}::uuid[], ${last.map((one) => one.placeId)}::uuid[],
      ${last.map((one) => one.kind)}::text[], ${last.map((one) => one.by)}::text[])
      as told (thread_id, place_id, kind, kind_by)
    on conflict (workspace_id, thread_id) do update set kind = excluded.kind, kind_by = excluded.kind_by
    where thread_reading.kind_by <> 'person'`.execute(db.tx);
}

async function writeMentions(db: Scoped, { mentions, gone }: Changes): Promise<void> {
  const { workspaceId } = db.scope;
  if (gone.length > 0) {
    await sql`
      delete from message_theme
      using unnest(${gone.map((one) => one.messageId)}::uuid[], ${gone.map((one) => one.themeId)}::uuid[])
        as gone (message_id, theme_id)
      where message_theme.workspace_id = ${workspaceId} and message_theme.message_id = gone.message_id
        and message_theme.theme_id = gone.theme_id`.execute(db.tx);
  }
  if (mentions.length === 0) return;
  await sql`
    insert into message_theme (workspace_id, message_id, theme_id, place_id)
    select ${workspaceId}, said.message_id, said.theme_id, said.place_id
    from unnest(${mentions.map((one) => one.messageId)}::uuid[], ${mentions.map((one) => one.themeId)}::uuid[],
      ${mentions.map((one) => one.placeId)}::uuid[]) as said (message_id, theme_id, place_id)
    join theme on theme.workspace_id = ${workspaceId} and theme.id = said.theme_id and theme.retired_at is null
    join message on message.workspace_id = ${workspaceId} and message.id = said.message_id and message.state = 'shown'
    where not exists (select from thread_theme_out out where out.workspace_id = ${workspaceId}
      and out.theme_id = said.theme_id and out.thread_id = message.thread_id)
    on conflict do nothing`.execute(db.tx);
}

/** Of the messages of a thread, the share that must mention a theme when its opening does not. */
const SHARE = 0.2;

/**
 * A thread has a theme when its opening mentions it, or two of its messages and a fifth of them; and when a person put it
 * there. Taken out by a person, it has not.
 */
export async function settleThreads(db: Scoped, themeId: string): Promise<void> {
  const { workspaceId } = db.scope;
  await sql`
    with said as (
      select message.thread_id, count(*) as mentions, bool_or(message.opens) as opening
      from message_theme about
      join message on message.workspace_id = ${workspaceId} and message.id = about.message_id
      where about.workspace_id = ${workspaceId} and about.theme_id = ${themeId}
        and message.thread_id is not null and message.state = 'shown'
      group by message.thread_id
    ), wanted as (
      select thread.id, thread.place_id from said
      join thread on thread.workspace_id = ${workspaceId} and thread.id = said.thread_id
      where (said.opening or (said.mentions >= 2 and said.mentions >= ${SHARE}::double precision * thread.message_count))
        and not exists (select from thread_theme_out out where out.workspace_id = ${workspaceId}
          and out.theme_id = ${themeId} and out.thread_id = thread.id)
    ), gone as (
      delete from thread_theme where thread_theme.workspace_id = ${workspaceId} and thread_theme.theme_id = ${themeId}
        and thread_theme.by = 'terms' and not exists (select from wanted where wanted.id = thread_theme.thread_id)
    )
    insert into thread_theme (workspace_id, thread_id, theme_id, place_id, by)
    select ${workspaceId}, wanted.id, ${themeId}, wanted.place_id, 'terms' from wanted
    on conflict do nothing`.execute(db.tx);
}

export interface NameRow {
  readonly id: string;
  readonly handle: string;
  readonly name: string | null;
  readonly isBot: boolean;
}

/** How people of the workspace are called, page by page. */
export async function nextNames(db: Scoped, after: string, limit: number): Promise<readonly NameRow[]> {
  const { rows } = await sql<NameRow>`
    select identity.id, identity.handle, identity.display_name as name, member.kind = 'bot' as "isBot"
    from identity
    join member on member.workspace_id = identity.workspace_id and member.id = identity.member_id
    where identity.workspace_id = ${db.scope.workspaceId} and identity.id > ${after}
    order by identity.id limit ${limit}`.execute(db.tx);
  return rows;
}
