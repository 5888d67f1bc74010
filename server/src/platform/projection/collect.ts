import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Scoped } from '#platform/db/index.ts';
import type { Relation } from './relations.ts';
import { PLACES, RELATIONS, ZONE } from './relations.ts';
import { lineOf } from './seam.ts';

/** Rows held in memory at one time. */
const BATCH = 20_000;

export interface Collected {
  /** Which base this came from; see `sourceOf`. */
  readonly source: string;
  /** Where the next collection begins. */
  readonly cursor: string;
  readonly gone: readonly { readonly relation: Relation; readonly ids: readonly string[] }[];
  readonly files: readonly { readonly relation: Relation; readonly file: string; readonly rows: number }[];
}

/**
 * Writes whatever changed since `cursor` (a transaction number as text; '0' for all) into files of `folder`.
 *
 * A transaction number tells when its transaction began, not when it committed. So the next cursor is the oldest
 * transaction still running now: all older ones have ended, and what they wrote is seen by the reads that follow. Rows of
 * later transactions that are already committed are taken too, and will be taken again: the same row twice does no harm.
 */
export async function collect(db: Scoped, cursor: string, folder: string): Promise<Collected> {
  const { source, next } = await whereWeAre(db);
  // Before the rows: a row deleted from here on is in the next list, its transaction being younger than `next`.
  const gone = [];
  for (const relation of RELATIONS) gone.push({ relation, ids: await goneFrom(db, relation, cursor) });
  const files = [];
  for (const relation of RELATIONS) files.push(await writeFile(db, relation, folder, `changed >= '${cursor}'::xid8`));
  for (const relation of [PLACES, ZONE]) files.push(await writeFile(db, relation, folder, 'true'));
  return { source, cursor: next, gone, files };
}

/**
 * The base is told by cluster, timeline, database and storage of its largest table: after a restore, cursors of before
 * mean nothing, and one of these has changed. So they do when the workspace itself was deleted, with all its rows.
 */
async function whereWeAre(db: Scoped): Promise<{ source: string; next: string }> {
  const { rows } = await sql<{ source: string; next: string }>`
    select concat_ws('.', control.system_identifier, checkpoint.timeline_id, base.oid, pg_relation_filenode('message'),
        (select 'deleted' where not exists (select from workspace where workspace.id = ${db.scope.workspaceId}))) as source,
      pg_snapshot_xmin(pg_current_snapshot())::text as next
    from pg_control_system() control, pg_control_checkpoint() checkpoint, pg_database base
    where base.datname = current_database()`.execute(db.tx);
  const [row] = rows;
  if (row === undefined || !/^\d+$/.test(row.next)) throw new Error('PostgreSQL does not say where it is.');
  return row;
}

async function goneFrom(db: Scoped, { name, table }: Relation, cursor: string): Promise<readonly string[]> {
  // A row with a derived id may be written again after it was deleted.
  const { rows } = await sql<{ id: string }>`
    select gone.id::text from fact_gone gone
    where gone.workspace_id = ${db.scope.workspaceId} and gone.relation = ${table} and gone.changed >= ${cursor}::xid8
      and not exists (select from ${sql.table(name)} alive where alive.id = gone.id)`.execute(db.tx);
  return rows.map((row) => row.id);
}

async function writeFile(db: Scoped, relation: Relation, folder: string, condition: string) {
  const file = join(folder, `${relation.name}.tsv`);
  const handle = await open(file, 'w', 0o600);
  let rows = 0;
  try {
    const query = `select ${lineOf(relation)} as line from ${relation.name} where ${condition}`;
    await sql.raw(`declare lines no scroll cursor for ${query}`).execute(db.tx);
    for (let isLast = false; !isLast;) {
      const batch = await sql<{ line: string }>`fetch ${sql.raw(String(BATCH))} from lines`.execute(db.tx);
      rows += batch.rows.length;
      isLast = batch.rows.length < BATCH;
      await handle.write(batch.rows.map(({ line }) => `${line}\n`).join(''));
    }
    await sql`close lines`.execute(db.tx);
  } finally {
    await handle.close();
  }
  return { relation, file, rows };
}
