import type { DuckDBConnection } from '@duckdb/node-api';
import type { Changes } from './arriving.ts';
import { countOf, runDuckdb } from './seam.ts';

/** What is noted while changes come in: whose days, which threads and whose accounts are to be worked out again. */
const NOTES = {
  touched_day: 'identity_id uuid, day date',
  touched_thread: 'thread_id uuid',
  /** Messages outside threads. */
  touched_alone: 'id uuid',
  /** Threads whose kind or themes are others now. */
  classed_thread: 'thread_id uuid',
  /** Members of another kind, or merged into another. */
  changed_member: 'id uuid',
  touched_account: 'identity_id uuid',
  /** Places whose first or last fact changed: what comes before or after it must be looked for. */
  touched_span: 'place_id uuid',
} as const;

/** Notes what the coming changes touch, by the rows as they are and as they will be. To be called before they are written. */
export async function noteTouched(connection: DuckDBConnection, changes: Changes): Promise<void> {
  const notes = Object.entries(NOTES).map(([name, columns]) => `create or replace temp table ${name} (${columns})`);
  await connection.run(notes.join(';'));
  const has = (...relations: readonly string[]): boolean => relations.some((name) => isChanged(changes, name));
  if (has('plain_identity', 'plain_member')) await noteAccounts(connection, changes);
  if (has('plain_thread_reading', 'plain_thread_theme', 'plain_theme')) await noteClasses(connection, changes);
  if (has('plain_message')) await noteMessages(connection, changes);
  for (const relation of ['plain_message', 'plain_reaction'])
    if (has(relation)) await noteSpans(connection, changes, relation);
}

function isChanged(changes: Changes, relation: string): boolean {
  return changes.lines(relation) !== undefined || changes.gone(relation).length > 0;
}

/**
 * What came for the first time touches nothing but what it lies in, and is added there (see adding.ts); unless it opens a
 * thread in which there is something already, or was replied to before it came.
 */
async function noteMessages(connection: DuckDBConnection, changes: Changes): Promise<void> {
  if ((await countOf(connection, 'old_message')) > 0) {
    const old = '(select old.id from old_message old)';
    await noteRows(connection, 'old_message');
    const lines = changes.lines('plain_message');
    if (lines !== undefined) await noteRows(connection, `${lines} where id in ${old}`);
    // Whoever replies to a message answers its author.
    await noteThreads(connection, `plain_message where reply_to_id in ${old}`);
  }
  const [{ n } = { n: 0 }] = await runDuckdb(
    connection,
    `insert into touched_thread
    select known.thread_id from (select thread_id from opened union all select thread_id from unopened) known
    where known.thread_id in (select fresh.thread_id from fresh_message fresh where fresh.opens);
    create or replace temp table awaited_fresh as
    select waited.id from awaited waited where waited.id in (select fresh.id from fresh_message fresh);
    select count(*)::int as n from awaited_fresh`,
  );
  if (Number(n) > 0)
    await noteThreads(connection, 'plain_message where reply_to_id in (select fresh.id from awaited_fresh fresh)');
}

async function noteSpans(connection: DuckDBConnection, changes: Changes, relation: string): Promise<void> {
  await connection.run('create or replace temp table changed_fact (id uuid)');
  await noteIds(connection, 'changed_fact', changes, relation);
  await connection.run(`
    insert into touched_span
    select distinct old.place_id
    from ${relation === 'plain_message' ? 'old_message' : relation} old join span on span.place_id = old.place_id
    where old.id in (select changed.id from changed_fact changed)
      and (old.instant in (span.first_instant, span.last_instant) or old.day in (span.first_day, span.last_day))`);
}

async function noteRows(connection: DuckDBConnection, rows: string): Promise<void> {
  await connection.run(`insert into touched_day select distinct identity_id, local_day from ${rows}`);
  await noteThreads(connection, rows);
}

/** Notes the threads of some messages, or the messages themselves where they stand in none. */
export async function noteThreads(connection: DuckDBConnection, rows: string): Promise<void> {
  await connection.run(`
    create or replace temp table noted as select thread_id, id from ${rows};
    insert into touched_thread select distinct thread_id from noted where thread_id is not null;
    insert into touched_alone select id from noted where thread_id is null`);
}

/** Adds the ids of rows that changed or are gone. */
async function noteIds(connection: DuckDBConnection, note: string, changes: Changes, relation: string): Promise<void> {
  const lines = changes.lines(relation);
  if (lines !== undefined) await connection.run(`insert into ${note} select id from ${lines}`);
  const gone = changes.gone(relation);
  if (gone.length > 0) await runDuckdb(connection, `insert into ${note} select unnest($1::uuid[])`, [gone]);
}

async function noteClasses(connection: DuckDBConnection, changes: Changes): Promise<void> {
  const readings = changes.lines('plain_thread_reading');
  if (readings !== undefined) {
    await connection.run(`
      insert into classed_thread
      select fresh.id from ${readings} fresh left join plain_thread_reading old on old.id = fresh.id
      where old.kind is distinct from fresh.kind`);
  }
  await runDuckdb(connection, 'insert into classed_thread select unnest($1::uuid[])', [
    changes.gone('plain_thread_reading'),
  ]);
  const themes = changes.lines('plain_thread_theme');
  if (themes !== undefined) await connection.run(`insert into classed_thread select distinct thread_id from ${themes}`);
  await runDuckdb(
    connection,
    'insert into classed_thread select thread_id from plain_thread_theme where id in (select unnest($1::uuid[]))',
    [changes.gone('plain_thread_theme')],
  );
  if (await hasNewMerges(connection, changes)) {
    await connection.run('insert into classed_thread select distinct thread_id from plain_thread_theme');
  }
  await noteRows(connection, 'plain_message where thread_id in (select classed.thread_id from classed_thread classed)');
}

/** Themes merged otherwise than before: rare enough to look at all threads again. */
async function hasNewMerges(connection: DuckDBConnection, changes: Changes): Promise<boolean> {
  const lines = changes.lines('plain_theme');
  if (changes.gone('plain_theme').length > 0) return true;
  if (lines === undefined) return false;
  const moved = await runDuckdb(
    connection,
    `select 1 as one from ${lines} fresh left join plain_theme old on old.id = fresh.id
     where old.merged_into is distinct from fresh.merged_into limit 1`,
  );
  return moved.length > 0;
}

/** Accounts that may belong to somebody else now: their own row is another, or a member above them is. */
async function noteAccounts(connection: DuckDBConnection, changes: Changes): Promise<void> {
  const identities = changes.lines('plain_identity');
  if (identities !== undefined) {
    await connection.run(`
      insert into touched_account
      select fresh.id from ${identities} fresh left join plain_identity old on old.id = fresh.id
      where old.id is null or (old.place_id, old.member_id) is distinct from (fresh.place_id, fresh.member_id)
        or old.instant is distinct from fresh.instant or old.day is distinct from fresh.day`);
  }
  await runDuckdb(connection, 'insert into touched_account select unnest($1::uuid[])', [
    changes.gone('plain_identity'),
  ]);
  const members = changes.lines('plain_member');
  if (members !== undefined) {
    await connection.run(`
      insert into changed_member
      select fresh.id from ${members} fresh join plain_member old on old.id = fresh.id
      where old.kind <> fresh.kind or old.merged_into is distinct from fresh.merged_into`);
  }
  await runDuckdb(connection, 'insert into changed_member select unnest($1::uuid[])', [changes.gone('plain_member')]);
  await connection.run(`
    insert into touched_account
    with recursive below (id) as (
      select changed.id from changed_member changed
      union
      select merged.id from plain_member merged join below on merged.merged_into = below.id
    )
    select own.id from plain_identity own where own.member_id in (select below.id from below)`);
}
