import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { callbackify } from 'node:util';
import { sql } from 'kysely';
import type { Scoped } from '#platform/db/index.ts';
import type { Relation } from './relations.ts';
import { PLACES, RELATIONS, ZONE } from './relations.ts';
import { copyStatement } from './seam.ts';

const PIECE = 2 * 1024 * 1024;

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
  // A large copy takes longer than a statement may.
  await sql`set local statement_timeout = 0`.execute(db.tx);
  const { source, next } = await whereWeAre(db);
  // Before the rows: a row deleted from here on is in the next list, its transaction being younger than `next`.
  const gone = await goneSince(db, cursor);
  const since = `changed >= '${cursor}'::xid8`;
  const files = [];
  for (const relation of RELATIONS) files.push(await writeFile(db, relation, folder, since));
  for (const relation of [PLACES, ZONE]) files.push(await writeFile(db, relation, folder, 'true'));
  return { source, cursor: next, gone, files };
}

/**
 * The base is told by cluster, timeline, database and storage of its largest table: after a restore, cursors of before
 * mean nothing, and one of these has changed. So they do when the workspace itself was deleted, with all its rows; and in
 * another zone all days are others.
 */
async function whereWeAre(db: Scoped): Promise<{ source: string; next: string }> {
  const { rows } = await sql<{ source: string; next: string }>`
    select concat_ws('.', control.system_identifier, checkpoint.timeline_id, base.oid, pg_relation_filenode('message'),
        coalesce((select workspace.zone from workspace where workspace.id = ${db.scope.workspaceId}), 'deleted')) as source,
      pg_snapshot_xmin(pg_current_snapshot())::text as next
    from pg_control_system() control, pg_control_checkpoint() checkpoint, pg_database base
    where base.datname = current_database()`.execute(db.tx);
  const [row] = rows;
  if (row === undefined || !/^\d+$/.test(row.next)) throw new Error('PostgreSQL does not say where it is.');
  return row;
}

/** What was deleted and is still gone: a row with a derived id may be written again after it was deleted. */
async function goneSince(db: Scoped, cursor: string): Promise<Collected['gone']> {
  const { rows } = await sql<{ relation: string; id: string }>`
    select gone.relation, gone.id::text from fact_gone gone
    where gone.workspace_id = ${db.scope.workspaceId} and gone.changed >= ${cursor}::xid8`.execute(db.tx);
  const found = [];
  for (const relation of RELATIONS) {
    const ids = rows.filter((row) => row.relation === relation.table).map((row) => row.id);
    if (ids.length > 0) found.push({ relation, ids: await stillGone(db, relation, ids) });
  }
  return found;
}

async function stillGone(db: Scoped, { name }: Relation, ids: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select gone.id::text from unnest(${ids}::uuid[]) gone (id)
    where not exists (select from ${sql.table(name)} alive where alive.id = gone.id)`.execute(db.tx);
  return rows.map((row) => row.id);
}

async function writeFile(db: Scoped, relation: Relation, folder: string, condition: string) {
  const file = join(folder, `${relation.name}.tsv`);
  const handle = await open(file, 'w', 0o600);
  try {
    const rows = await db.copyOut(copyStatement(relation, condition), inLargePieces(handle));
    return { relation, file, rows };
  } finally {
    await handle.close();
  }
}

/** Rows come in small pieces, and writing each of them costs more than making it. */
function inLargePieces(handle: FileHandle): Writable {
  let waiting: Buffer[] = [];
  let size = 0;
  const flush = async (): Promise<void> => {
    const pieces = waiting;
    [waiting, size] = [[], 0];
    if (pieces.length > 0) await handle.writev(pieces);
  };
  const flushThen = callbackify(flush);
  return new Writable({
    write(piece: Buffer, _encoding, done) {
      waiting.push(piece);
      size += piece.length;
      if (size < PIECE) done();
      else flushThen(done);
    },
    final: (done) => flushThen(done),
  });
}
