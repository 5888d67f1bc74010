import type { DuckDBConnection } from '@duckdb/node-api';
import type { Collected } from './collect.ts';
import type { Relation } from './relations.ts';
import { PLACES, RELATIONS, VERSION } from './relations.ts';
import { emptyCopy, linesIn, runDuckdb } from './seam.ts';

/** How far a copy has come. */
export interface Progress {
  readonly source: string;
  readonly cursor: string;
  readonly readAt: Date;
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
  return { source, cursor, readAt: new Date(readAt) };
}

/** Writes what was collected and how far that brings the copy, all or nothing. */
export async function apply(
  connection: DuckDBConnection,
  { source, cursor, gone, files }: Collected,
  readAt: Date,
  isFirst: boolean,
): Promise<void> {
  await inTransaction(connection, async () => {
    for (const { relation, ids } of gone) await forget(connection, relation, ids);
    for (const { relation, file, rows } of files) {
      if (relation !== PLACES && rows > 0) await put(connection, relation, file, isFirst);
      if (relation === PLACES) await replacePlaces(connection, file, files.some(isNewOfPlace));
    }
    await runDuckdb(connection, 'update copy_of set source = $1, cursor = $2, read_at = $3', [
      source,
      cursor,
      readAt.toISOString(),
    ]);
  });
}

async function put(connection: DuckDBConnection, relation: Relation, file: string, isFirst: boolean): Promise<void> {
  const { name, sortedBy } = relation;
  const order = sortedBy === undefined ? '' : ` order by ${sortedBy}`;
  const lines = linesIn(file, relation);
  if (!isFirst) await connection.run(`delete from ${name} where id in (select id from ${lines})`);
  await connection.run(`insert into ${name} select * from ${lines}${order}`);
}

async function forget(connection: DuckDBConnection, { name }: Relation, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await runDuckdb(connection, `delete from ${name} where id in (select unnest($1::uuid[]))`, [ids]);
}

function isNewOfPlace({ relation, rows }: Collected['files'][number]): boolean {
  return relation.ofPlace && rows > 0;
}

/** A place that is no longer there takes its rows with it; so does one that went while its rows were being read. */
async function replacePlaces(connection: DuckDBConnection, file: string, hasNewRows: boolean): Promise<void> {
  const lines = linesIn(file, PLACES);
  const left = await runDuckdb(
    connection,
    `select 1 as one from ${PLACES.name} where id not in (select id from ${lines}) limit 1`,
  );
  await connection.run(`delete from ${PLACES.name}`);
  await connection.run(`insert into ${PLACES.name} select * from ${lines}`);
  if (left.length === 0 && !hasNewRows) return;
  for (const { name, ofPlace } of RELATIONS) {
    if (ofPlace) await connection.run(`delete from ${name} where place_id not in (select id from ${PLACES.name})`);
  }
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
