import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Scoped } from '#platform/db/index.ts';
import { STAGE_TABLES } from './model.ts';
import type { MergedRaw, StoredRaw } from './model.ts';

/**
 * Makes the transaction ready for a batch. Its commit need not wait for the disk: rows and cursor are lost together or
 * not at all, and the export is still there. The larger pending list lets the search index take words in sorted heaps.
 */
export async function openStages(db: Scoped): Promise<void> {
  await sql
    .raw(`set local client_min_messages = 'warning'; set local statement_timeout = '5min'; set local synchronous_commit = off;
    set local gin_pending_list_limit = '32MB'; set local work_mem = '64MB'; ${STAGE_TABLES}`)
    .execute(db.tx);
}

/** Batches of one place take turns, so that their rows never wait for each other in a circle; erasures wait for batches. */
export async function takeTurn(db: Scoped, placeId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`place ${placeId}`}, 0)),
    pg_advisory_xact_lock_shared(hashtextextended(${`erasure ${db.scope.workspaceId}`}, 0))`.execute(db.tx);
}

/** When each erased person was erased, by mark in hex. */
export async function tombstones(db: Scoped): Promise<ReadonlyMap<string, Date>> {
  const rows = await db.tx
    .selectFrom('tombstone')
    .select(['mark', 'erased_at'])
    .where('workspace_id', '=', db.scope.workspaceId)
    .execute();
  return new Map(rows.map((row) => [row.mark.toString('hex'), row.erased_at]));
}

export async function hasRemovals(db: Scoped, placeId: string): Promise<boolean> {
  const row = await db.tx
    .selectFrom('removal')
    .select('id')
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('place_id', '=', placeId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function storedRaws(db: Scoped, ids: readonly string[]): Promise<readonly StoredRaw[]> {
  const { rows } = await sql<StoredRaw>`
    select raw.id, raw.version, raw.hash from raw
    where raw.workspace_id = ${db.scope.workspaceId} and raw.id = any(${[...ids]}::uuid[])`.execute(db.tx);
  return rows;
}

/** Copies lines (COPY's text format) into a temporary table. */
export async function stage(db: Scoped, table: string, lines: readonly string[]): Promise<void> {
  if (lines.length > 0) await db.copyIn(`copy pg_temp.stage_${table} from stdin`, once(`${lines.join('\n')}\n`));
}

async function* once(text: string): AsyncIterable<string> {
  yield text;
}

/** Keeps what is new or newer; answers which raws those are. The same order decides as in the kit: version, then content. */
export async function mergeRaws(db: Scoped, placeId: string, options: string | null): Promise<readonly MergedRaw[]> {
  const { rows } = await sql<MergedRaw>`
    insert into raw (workspace_id, id, place_id, kind, external_id, version, hash, payload, options, identity_id)
    select ${db.scope.workspaceId}::uuid, id, ${placeId}::uuid, kind, external_id, version, hash, payload, ${options}::jsonb, identity_id
    from stage_raw
    on conflict (workspace_id, id) do update set version = excluded.version, hash = excluded.hash,
      payload = excluded.payload, options = excluded.options, identity_id = excluded.identity_id
    where excluded.version collate "C" > raw.version collate "C"
      or (excluded.version = raw.version and excluded.hash <> raw.hash
        and excluded.payload::text collate "C" > raw.payload::text collate "C")
    returning raw.id, raw.xmax::text = '0' as added`.execute(db.tx);
  return rows;
}

/** What is staged but stands for something unknown only fills a gap; a fact of its own rewrites what differs. */
export async function mergeChannels(db: Scoped, placeId: string): Promise<void> {
  const { workspaceId } = db.scope;
  await sql`
    insert into channel (workspace_id, id, place_id, external_id, name, url, support)
    select ${workspaceId}::uuid, id, ${placeId}::uuid, external_id, name, url, support from stage_channel where not stub
    on conflict (workspace_id, id) do update set name = excluded.name, url = excluded.url, support = excluded.support
    where (channel.name, channel.url, channel.support) is distinct from (excluded.name, excluded.url, excluded.support)`.execute(
    db.tx,
  );
  await sql`
    insert into channel (workspace_id, id, place_id, external_id, name, url, support)
    select ${workspaceId}::uuid, id, ${placeId}::uuid, external_id, name, url, support from stage_channel where stub
    on conflict do nothing`.execute(db.tx);
}

export async function mergeThreads(db: Scoped, placeId: string): Promise<void> {
  const { workspaceId } = db.scope;
  await sql`
    insert into thread (workspace_id, id, place_id, channel_id, external_id, title, url, labels, locked)
    select ${workspaceId}::uuid, id, ${placeId}::uuid, channel_id, external_id, title, url, labels, locked from stage_thread where not stub
    on conflict (workspace_id, id) do update set channel_id = excluded.channel_id, title = excluded.title, url = excluded.url,
      labels = excluded.labels, locked = excluded.locked
    where (thread.channel_id, thread.title, thread.url, thread.labels, thread.locked)
      is distinct from (excluded.channel_id, excluded.title, excluded.url, excluded.labels, excluded.locked)`.execute(
    db.tx,
  );
  await sql`
    insert into thread (workspace_id, id, place_id, channel_id, external_id)
    select ${workspaceId}::uuid, id, ${placeId}::uuid, channel_id, external_id from stage_thread where stub
    on conflict do nothing`.execute(db.tx);
}

/**
 * Writes identities with the member each begins with; answers those that are new or have changed. A merge by a person
 * stays (the member of an identity is never rewritten), and so does a name somebody gave by hand.
 */
export async function mergeIdentities(db: Scoped, placeId: string): Promise<readonly string[]> {
  const { workspaceId } = db.scope;
  await sql`
    update member set name = coalesce(staged.display_name, staged.handle)
    from stage_identity as staged
    join identity on identity.workspace_id = ${workspaceId} and identity.id = staged.id
    where not staged.stub and member.workspace_id = ${workspaceId} and member.id = staged.member_id and member.erased_at is null
      and member.name = coalesce(identity.display_name, identity.handle)
      and member.name <> coalesce(staged.display_name, staged.handle)`.execute(db.tx);
  await sql`
    insert into member (workspace_id, id, name, erased_at)
    select ${workspaceId}::uuid, member_id, coalesce(display_name, handle), erased_at from stage_identity
    on conflict do nothing`.execute(db.tx);
  const known = await sql<{ id: string }>`
    insert into identity (workspace_id, id, place_id, member_id, external_id, keyed_by, handle, display_name, email, declared_role, joined_at, joined_day)
    select ${workspaceId}::uuid, id, ${placeId}::uuid, member_id, external_id, keyed_by, handle, display_name, email, declared_role, joined_at, joined_day
    from stage_identity where not stub
    on conflict (workspace_id, id) do update set keyed_by = excluded.keyed_by, handle = excluded.handle, display_name = excluded.display_name,
      email = excluded.email, declared_role = excluded.declared_role, joined_at = excluded.joined_at, joined_day = excluded.joined_day
    where (identity.keyed_by, identity.handle, identity.display_name, identity.email, identity.declared_role, identity.joined_at, identity.joined_day)
      is distinct from (excluded.keyed_by, excluded.handle, excluded.display_name, excluded.email, excluded.declared_role, excluded.joined_at, excluded.joined_day)
    returning identity.id`.execute(db.tx);
  const stubs = await sql<{ id: string }>`
    insert into identity (workspace_id, id, place_id, member_id, external_id, keyed_by, handle)
    select ${workspaceId}::uuid, id, ${placeId}::uuid, member_id, external_id, keyed_by, handle from stage_identity where stub
    on conflict do nothing returning identity.id`.execute(db.tx);
  return [...known.rows, ...stubs.rows].map((row) => row.id);
}

/** An erased message stays erased. With `removals`, what the place removed comes in without its words. */
export async function mergeMessages(db: Scoped, placeId: string, removals: boolean): Promise<void> {
  const { workspaceId } = db.scope;
  const gone: RawBuilder<boolean> = removals
    ? sql`exists (select from removal where removal.workspace_id = ${workspaceId} and removal.id in (staged.id, staged.thread_id))`
    : sql`false`;
  await sql`
    insert into message (workspace_id, id, place_id, channel_id, thread_id, identity_id, external_id, opens, at, day, position,
      text, format, language, reply_to_id, url, edited_at, state)
    select ${workspaceId}::uuid, id, ${placeId}::uuid, channel_id, thread_id, identity_id, external_id, opens, at, day, position,
      case when ${gone} then '' else text end, format, language, reply_to_id, case when ${gone} then null else url end, edited_at,
      case when ${gone} then 'removed' else state end
    from stage_message as staged
    on conflict (workspace_id, id) do update set channel_id = excluded.channel_id, thread_id = excluded.thread_id,
      identity_id = excluded.identity_id, opens = excluded.opens, at = excluded.at, day = excluded.day, position = excluded.position,
      text = excluded.text, format = excluded.format, language = excluded.language, reply_to_id = excluded.reply_to_id,
      url = excluded.url, edited_at = excluded.edited_at, state = excluded.state
    where message.state <> 'erased' and
      (message.channel_id, message.thread_id, message.identity_id, message.opens, message.at, message.day, message.position, message.text,
        message.format, message.language, message.reply_to_id, message.url, message.edited_at, message.state)
      is distinct from (excluded.channel_id, excluded.thread_id, excluded.identity_id, excluded.opens, excluded.at, excluded.day,
        excluded.position, excluded.text, excluded.format, excluded.language, excluded.reply_to_id, excluded.url, excluded.edited_at, excluded.state)`.execute(
    db.tx,
  );
}

/** Reactions that a newer copy no longer names were taken back; the row stays, for whoever follows changes. */
export async function mergeReactions(db: Scoped, placeId: string, changedRaws: readonly string[]): Promise<void> {
  const { workspaceId } = db.scope;
  await sql`
    insert into reaction (workspace_id, id, place_id, message_id, identity_id, emoji, count, at, day, raw_id)
    select ${workspaceId}::uuid, id, ${placeId}::uuid, message_id, identity_id, emoji, count, at, day, raw_id from stage_reaction
    on conflict (workspace_id, id) do update set message_id = excluded.message_id, identity_id = excluded.identity_id, emoji = excluded.emoji,
      count = excluded.count, at = excluded.at, day = excluded.day, raw_id = excluded.raw_id
    where (reaction.message_id, reaction.identity_id, reaction.emoji, reaction.count, reaction.at, reaction.day, reaction.raw_id)
      is distinct from (excluded.message_id, excluded.identity_id, excluded.emoji, excluded.count, excluded.at, excluded.day, excluded.raw_id)`.execute(
    db.tx,
  );
  if (changedRaws.length === 0) return;
  await sql`
    update reaction set count = 0
    where reaction.workspace_id = ${workspaceId} and reaction.raw_id = any(${[...changedRaws]}::uuid[]) and reaction.count <> 0
      and reaction.id not in (select stage_reaction.id from stage_reaction)`.execute(db.tx);
}

/** Remembers what the place removed, and takes the words out of what stands, in messages and in what was sent. */
export async function applyRemovals(db: Scoped, placeId: string): Promise<void> {
  const { workspaceId } = db.scope;
  await sql`
    insert into removal (workspace_id, id, place_id) select ${workspaceId}::uuid, id, ${placeId}::uuid from stage_removed
    on conflict do nothing`.execute(db.tx);
  await sql`
    update message set state = 'removed', text = '', url = null
    where message.workspace_id = ${workspaceId} and message.state in ('shown', 'hidden') and message.id in (
      select staged.id from stage_removed as staged where staged.what = 'message'
      union all select below.id from message as below join stage_removed as staged on staged.what = 'thread' and staged.id = below.thread_id
      where below.workspace_id = ${workspaceId})`.execute(db.tx);
  await sql`
    update identity set display_name = null, email = null
    from stage_removed as staged
    where staged.what = 'person' and identity.workspace_id = ${workspaceId} and identity.id = staged.id
      and (identity.display_name is not null or identity.email is not null)`.execute(db.tx);
}

/** The words of removed messages are taken out of what the place sent too, wherever this batch met them. */
export async function emptyRemovedRaws(db: Scoped): Promise<void> {
  const { workspaceId } = db.scope;
  await sql`
    update raw set payload = '{}'
    from message
    where message.workspace_id = ${workspaceId} and message.state = 'removed' and raw.workspace_id = ${workspaceId}
      and raw.identity_id = message.identity_id and raw.external_id = message.external_id and raw.payload::text <> '{}'
      and message.id in (
        select stage_message.id from stage_message union all select stage_removed.id from stage_removed
        union all select below.id from message as below join stage_removed as staged on staged.what = 'thread' and staged.id = below.thread_id
        where below.workspace_id = ${workspaceId})`.execute(db.tx);
}

/** Counts again what stands in threads (those named, or all of the place) from their messages; writes only what differs. */
export async function recountThreads(db: Scoped, placeId: string, threads: readonly string[] | 'all'): Promise<void> {
  const { workspaceId } = db.scope;
  const chosen = (column: RawBuilder<unknown>): RawBuilder<boolean> =>
    threads === 'all' ? sql`true` : sql`${column} = any(${[...threads]}::uuid[])`;
  await sql`
    with counted as (
      select message.thread_id as id, count(*)::int as messages, min(message.sort_at) as first, max(message.sort_at) as last,
        (array_agg(message.identity_id order by message.opens desc, message.sort_at, message.position nulls last, message.id))[1] as opener
      from message where message.workspace_id = ${workspaceId} and message.place_id = ${placeId} and message.thread_id is not null
        and ${chosen(sql`message.thread_id`)}
      group by message.thread_id
    ), wanted as (
      select thread.id, coalesce(counted.messages, 0) as messages, counted.first, counted.last, counted.opener
      from thread left join counted on counted.id = thread.id
      where thread.workspace_id = ${workspaceId} and thread.place_id = ${placeId} and ${chosen(sql`thread.id`)}
    )
    update thread set message_count = wanted.messages, opened_at = wanted.first, last_at = wanted.last, opened_by = wanted.opener
    from wanted
    where thread.workspace_id = ${workspaceId} and thread.id = wanted.id
      and (thread.message_count, thread.opened_at, thread.last_at, thread.opened_by)
        is distinct from (wanted.messages, wanted.first, wanted.last, wanted.opener)`.execute(db.tx);
}
