import type { DuckDBConnection } from '@duckdb/node-api';
import type { Collected } from './collect.ts';
import type { Relation } from './relations.ts';
import { PLACES, RELATIONS } from './relations.ts';
import { linesIn, runDuckdb } from './seam.ts';

/** What changed, laid out beside the tables it is about to be written into. */
export interface Changes {
  /** The table of the rows of a relation that are new or changed; undefined: none. */
  lines(relation: string): string | undefined;
  /** The ids of its rows that are gone. */
  gone(relation: string): readonly string[];
}

/**
 * Lays out what was collected, and sorts the messages in it: `met_message` are those the copy has, of the ones that came
 * and of those they reply to; `old_message` those of them that are others now, or gone; `fresh_message` came for the
 * first time. What came as the copy has it is let go of: rows beside a running transaction come twice, and of an edited
 * text nothing is copied. To be called once the places are those of now.
 */
export async function layOut(connection: DuckDBConnection, { files, gone }: Collected): Promise<Changes> {
  const came = new Map<string, string>();
  for (const { relation, file, rows } of files) {
    if (rows === 0 || !RELATIONS.includes(relation)) continue;
    const table = `came_${relation.name}`;
    const isThere = relation.ofPlace ? ` where place_id in (select place.id from ${PLACES.name} place)` : '';
    await connection.run(`create or replace temp table ${table} as select * from ${linesIn(file, relation)}${isThere}`);
    came.set(relation.name, table);
  }
  const changes: Changes = {
    lines: (name) => came.get(name),
    gone: (name) => gone.find(({ relation }) => relation.name === name)?.ids ?? [],
  };
  for (const relation of RELATIONS)
    if (relation.name === 'plain_message') await sortMessages(connection, changes, relation);
  return changes;
}

async function sortMessages(connection: DuckDBConnection, changes: Changes, relation: Relation): Promise<void> {
  const came = changes.lines(relation.name);
  const gone = changes.gone(relation.name);
  if (came === undefined && gone.length === 0) return;
  await connection.run('create or replace temp table gone_message (id uuid)');
  if (gone.length > 0) await runDuckdb(connection, 'insert into gone_message select unnest($1::uuid[])', [gone]);
  const lines = came ?? `(select * from ${relation.name} where false)`;
  const isSame = Object.keys(relation.columns).map((name) => `old.${name} is not distinct from told.${name}`);
  // The one look through all messages, at their ids alone: with other columns asked for, those would be read of all too.
  await connection.run(`
    create or replace temp table met_row as
    select one.rowid as n from plain_message one
    where one.id in (
      select told.id from ${lines} told
      union all select gone.id from gone_message gone
      union all select told.reply_to_id from ${lines} told where told.reply_to_id is not null
    );
    create or replace temp table met_message as
    select one.* from plain_message one where one.rowid in (select met.n from met_row met)`);
  if (came !== undefined)
    await connection.run(`
      delete from ${came} where id in (
        select told.id from ${came} told join met_message old on old.id = told.id where ${isSame.join(' and ')})`);
  await connection.run(`
    create or replace temp table old_message as
    select old.* from met_message old
    where old.id in (select told.id from ${lines} told union all select gone.id from gone_message gone);
    create or replace temp table fresh_message as
    select told.* from ${lines} told where told.id not in (select met.id from met_message met)`);
}
