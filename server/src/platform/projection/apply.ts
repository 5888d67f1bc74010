import type { DuckDBConnection } from '@duckdb/node-api';
import type { Changes } from './arriving.ts';
import { layOut } from './arriving.ts';
import type { Collected, Feeds, Moment } from './collect.ts';
import { deriveAll, deriveTouched, forgetPlaces } from './deriving.ts';
import { feed } from './feed.ts';
import { writeDown } from './lines.ts';
import type { Relation } from './relations.ts';
import { PLACES, RELATIONS, ZONE } from './relations.ts';
import { countOf, linesIn, runDuckdb } from './seam.ts';
import { addStraight, isFew } from './straight.ts';
import { emptyCopy, VERSION } from './tables.ts';
import { noteTouched } from './touching.ts';

/** How far a copy has come. */
export interface Progress {
  readonly source: string;
  readonly cursor: string;
  readonly readAt: Date;
  /** Another one after every refresh that brought something: as long as it stays, so do the facts. */
  readonly version: string;
  /** As collected last; undefined: not since the file was opened. */
  readonly places?: string;
}

/** Makes the tables and views of an empty copy in the file in use. */
export async function makeEmpty(connection: DuckDBConnection): Promise<void> {
  await inTransaction(connection, async () => {
    for (const statement of emptyCopy()) await connection.run(statement);
    await runDuckdb(connection, 'insert into copy_of (version) values ($1)', [VERSION]);
  });
}

/** Undefined: nothing was copied yet. `stale`: the copy is of another version, or no copy at all. */
export async function progressOf(connection: DuckDBConnection): Promise<Progress | 'stale' | undefined> {
  const [table] = await runDuckdb(
    connection,
    `select 1 as there from duckdb_tables() where database_name = current_database() and table_name = 'copy_of'`,
  );
  if (table === undefined) return 'stale';
  const [row] = await runDuckdb(connection, 'select version, source, cursor, read_at from copy_of');
  if (row?.['version'] !== VERSION) return 'stale';
  const { source, cursor, read_at: readAt } = row;
  if (typeof source !== 'string' || typeof cursor !== 'string' || typeof readAt !== 'string') return undefined;
  return { source, cursor, readAt: new Date(readAt), version: versionOf(cursor, new Date(readAt)) };
}

/** The version of the facts after a refresh: that of before when it brought nothing. */
export function versionAfter(before: Progress, collected: Collected, readAt: Date): string {
  return hasChanges(collected) ? versionOf(collected.cursor, readAt) : before.version;
}

export function versionOf(cursor: string, readAt: Date): string {
  return `${cursor}@${String(readAt.getTime())}`;
}

/** Writes what was collected, what follows from it, and how far that brings the copy: all or nothing. */
export async function apply(connection: DuckDBConnection, collected: Collected, readAt: Date): Promise<void> {
  // Where nothing came, how far that is needs not be written down: from before, nothing comes again.
  if (collected.files.length === 0 && !hasChanges(collected)) return;
  await inTransaction(connection, async () => {
    if (collected.files.some(({ relation }) => WHOLE.includes(relation))) {
      await writeDown(collected.files);
      await replaceWhole(connection, collected);
    }
    for (const part of inParts(collected))
      if (hasChanges(part) && !(await addStraight(connection, part))) await workOut(connection, part);
    await setProgress(connection, collected, readAt);
  });
}

/** Few messages are taken after everything else: then they can mostly be added straight, whatever came along with them. */
function inParts(collected: Collected): readonly Collected[] {
  const isMessages = ({ relation }: { readonly relation: Relation }): boolean => relation.name === 'plain_message';
  const messages = collected.files.filter(isMessages);
  if (collected.gone.some(isMessages) || !messages.some(isFew)) return [collected];
  const others = collected.files.filter((file) => !isMessages(file));
  return [
    { ...collected, files: others },
    { ...collected, files: messages, gone: [] },
  ];
}

async function workOut(connection: DuckDBConnection, collected: Collected): Promise<void> {
  await writeDown(collected.files);
  const changes = await layOut(connection, collected);
  await noteTouched(connection, changes);
  for (const relation of RELATIONS) await replace(connection, relation, changes);
  await deriveTouched(connection, changes);
}

/**
 * Fills a copy from nothing, each table for itself: rows of one transaction are planned for as if there were none, and
 * held in memory. How far it came is written last, so that one left half filled is begun again. `collected` pours all rows
 * of one moment into the tables, by as many as there are connections.
 */
export async function fill<T extends Moment>(
  [connection, second]: readonly [DuckDBConnection, DuckDBConnection?],
  collected: (feeds: Feeds, second?: Feeds) => Promise<T>,
  readAt: Date,
): Promise<T> {
  await makeEmpty(connection);
  const into =
    (one: DuckDBConnection): Feeds =>
    (relation) =>
      feed(one, relation.name, relation);
  const moment = await (second === undefined ? collected(into(connection)) : collected(into(connection), into(second)));
  // What stands in no place of the copy is not for it.
  for (const { name } of RELATIONS.filter(({ ofPlace }) => ofPlace))
    await connection.run(`delete from ${name} where place_id not in (select place.id from ${PLACES.name} place)`);
  await deriveAll(connection);
  await setProgress(connection, moment, readAt);
  return moment;
}

async function setProgress(connection: DuckDBConnection, { source, cursor }: Moment, readAt: Date): Promise<void> {
  await runDuckdb(connection, 'update copy_of set source = $1, cursor = $2, read_at = $3', [
    source,
    cursor,
    readAt.toISOString(),
  ]);
}

function hasChanges(collected: Collected): boolean {
  return collected.gone.some(({ ids }) => ids.length > 0) || changing(collected).some(({ rows }) => rows > 0);
}

const WHOLE: readonly Relation[] = [PLACES, ZONE];

function changing({ files }: Collected): Collected['files'] {
  return files.filter(({ relation }) => !WHOLE.includes(relation));
}

async function replace(connection: DuckDBConnection, { name }: Relation, changes: Changes): Promise<void> {
  const lines = changes.lines(name);
  const gone = changes.gone(name);
  if (name === 'plain_message') {
    // Looked for already.
    const isThere = (lines !== undefined || gone.length > 0) && (await countOf(connection, 'old_message')) > 0;
    if (isThere) await connection.run(`delete from ${name} where id in (select old.id from old_message old)`);
  } else {
    if (gone.length > 0)
      await runDuckdb(connection, `delete from ${name} where id in (select unnest($1::uuid[]))`, [gone]);
    if (lines !== undefined)
      await connection.run(`delete from ${name} where id in (select came.id from ${lines} came)`);
  }
  if (lines !== undefined) await connection.run(`insert into ${name} select * from ${lines}`);
}

/** A place that is no longer there takes its rows with it. */
async function replaceWhole(connection: DuckDBConnection, { files }: Collected): Promise<void> {
  let hasLeft = false;
  for (const { relation, file } of files) {
    if (!WHOLE.includes(relation)) continue;
    const { name } = relation;
    const lines = linesIn(file, relation);
    if (relation === PLACES) {
      const left = `select 1 as one from ${name} where id not in (select id from ${lines})`;
      hasLeft = (await runDuckdb(connection, left)).length > 0;
    }
    await connection.run(`delete from ${name}; insert into ${name} select * from ${lines}`);
  }
  if (!hasLeft) return;
  for (const { name } of RELATIONS.filter((relation) => relation.ofPlace)) {
    await connection.run(`delete from ${name} where place_id not in (select id from ${PLACES.name})`);
  }
  await forgetPlaces(connection);
}

async function inTransaction(connection: DuckDBConnection, work: () => Promise<void>): Promise<void> {
  await connection.run('begin transaction');
  try {
    await work();
    await connection.run('commit');
  } catch (error) {
    await connection.run('rollback').catch(() => undefined);
    throw error;
  }
}
