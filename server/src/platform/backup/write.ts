import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { pack } from 'tar-stream';
import type { Pack } from 'tar-stream';
import type { Clock } from '#platform/clock/index.ts';
import type { Manifest, ManifestPart } from './manifest.ts';
import { FORMAT, MANIFEST } from './manifest.ts';
import type { BackupTable } from './tables.ts';
import { appliedMigrations, backupTables } from './tables.ts';

/** Parts of about this size are held in memory one at a time. */
const PART_BYTES = 4 * 1024 * 1024;

export interface BackupDeps {
  /** The owner of the tables: a backup reads all workspaces. */
  readonly pool: pg.Pool;
  readonly clock: Clock;
  /** What the secret of this installation makes of a fixed word: sealed secrets open only where it is the same. */
  readonly secretMark: string;
  readonly onTable?: (table: string, rows: number) => void;
}

/**
 * Writes everything into one file, as it stood at one instant, while others go on writing. The file appears under its
 * name only when it is whole; its manifest, last inside, holds the hash and row count of every part.
 */
export async function writeBackup(file: string, deps: BackupDeps): Promise<Manifest> {
  const unfinished = `${file}.unfinished`;
  const client = await deps.pool.connect();
  const tar = pack();
  const sink = createWriteStream(unfinished);
  tar.pipe(createGzip({ level: 6 })).pipe(sink);
  try {
    await client.query(
      "begin isolation level repeatable read read only; set local app.keeper = 'on'; set local statement_timeout = 0",
    );
    const parts: ManifestPart[] = [];
    for (const table of await backupTables(client)) parts.push(...(await writeTable(client, table, tar, deps)));
    const manifest: Manifest = {
      format: FORMAT,
      secretMark: deps.secretMark,
      madeAt: deps.clock.now().toISOString(),
      migrations: await appliedMigrations(client),
      parts,
    };
    await client.query('commit');
    await addEntry(tar, MANIFEST, Buffer.from(JSON.stringify(manifest)));
    tar.finalize();
    await finished(sink);
    await settle(unfinished, file);
    return manifest;
  } catch (error) {
    tar.destroy();
    await rm(unfinished, { force: true });
    throw error;
  } finally {
    client.release(true);
  }
}

async function writeTable(
  client: pg.PoolClient,
  table: BackupTable,
  tar: Pack,
  deps: BackupDeps,
): Promise<ManifestPart[]> {
  const rows = client.query(copyTo(`copy (select ${table.columns} from ${table.name}) to stdout`));
  const parts: ManifestPart[] = [];
  let pieces: Buffer[] = [];
  let size = 0;
  const flush = async (): Promise<void> => {
    const bytes = Buffer.concat(pieces);
    const path = `${table.name}/${String(parts.length).padStart(6, '0')}.copy`;
    parts.push({ path, table: table.name, columns: table.columns, rows: countLines(bytes), sha256: sha256(bytes) });
    await addEntry(tar, path, bytes);
    pieces = [];
    size = 0;
  };
  for await (const piece of rows as AsyncIterable<Buffer>) {
    pieces.push(piece);
    size += piece.length;
    // A part ends where a row ends: each chunk of COPY is whole rows only as often as its last byte is a line feed.
    if (size >= PART_BYTES && piece.at(-1) === 0x0a) await flush();
  }
  if (size > 0) await flush();
  deps.onTable?.(
    table.name,
    parts.reduce((sum, part) => sum + part.rows, 0),
  );
  return parts;
}

/** COPY's text form writes one line a row; line feeds inside values are escaped. */
function countLines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(0x0a); at !== -1; at = bytes.indexOf(0x0a, at + 1)) count += 1;
  return count;
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function addEntry(tar: Pack, name: string, bytes: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    tar.entry({ name, size: bytes.length }, bytes, (error) => (error ? reject(error) : resolve()));
  });
}

/** Bytes on the disk first, then the name: a crash leaves the old file or the new one, never half of it. */
async function settle(unfinished: string, file: string): Promise<void> {
  await syncPath(unfinished);
  await rename(unfinished, file);
  await syncPath(dirname(file));
}

async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r');
  await handle.sync();
  await handle.close();
}
