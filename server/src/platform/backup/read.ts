import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { extract } from 'tar-stream';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import { Manifest, MANIFEST } from './manifest.ts';
import type { BackupTable } from './tables.ts';
import { appliedMigrations, backupTables } from './tables.ts';

/** No part of ours is larger; a larger one is not of ours. */
const LARGEST_ENTRY = 64 * 1024 * 1024;

export type BackupRefusal =
  | 'backup/unreadable'
  | 'backup/damaged'
  | 'backup/other_secret'
  | 'backup/other_version'
  | 'backup/not_empty';

/**
 * Reads the whole file and compares every part with the manifest, before anything is written anywhere. Refuses a file
 * from an installation with another secret: what was sealed there would not open here, and erased people would come back.
 */
export async function checkBackup(file: string, secretMark: string): Promise<Result<Manifest, BackupRefusal>> {
  const hashes = new Map<string, string>();
  let manifest: Manifest | undefined;
  try {
    for await (const { name, bytes } of entries(file)) {
      if (name === MANIFEST) manifest = Manifest.parse(JSON.parse(bytes.toString('utf8')));
      else hashes.set(name, createHash('sha256').update(bytes).digest('hex'));
    }
  } catch {
    return no('backup/unreadable');
  }
  if (manifest === undefined) return no('backup/unreadable');
  if (manifest.secretMark !== secretMark) return no('backup/other_secret');
  const damaged = manifest.parts.find((part) => hashes.get(part.path) !== part.sha256);
  return damaged === undefined && hashes.size === manifest.parts.length
    ? yes(manifest)
    : no('backup/damaged', { part: damaged?.path ?? '–' });
}

/**
 * Puts a checked backup into an empty base of the same migrations, in one transaction: whole, or not at all.
 * `empty` is asked first: an installation that has workspaces is never overwritten.
 */
export async function restoreBackup(
  file: string,
  manifest: Manifest,
  pool: pg.Pool,
): Promise<Result<undefined, BackupRefusal>> {
  const client = await pool.connect();
  try {
    const fits = await canTake(client, manifest);
    if (!fits.ok) return fits;
    const tables = new Map((await backupTables(client)).map((table) => [table.name, table]));
    await client.query("begin; set local app.keeper = 'on'; set local statement_timeout = 0");
    const parts = new Map(manifest.parts.map((part) => [part.path, part]));
    let filling: BackupTable | undefined;
    for await (const { name, bytes } of entries(file)) {
      const part = parts.get(name);
      const table = part === undefined ? undefined : tables.get(part.table);
      if (part === undefined || table === undefined) continue;
      if (filling?.name !== table.name) {
        await settleTable(client, filling);
        await client.query(
          `create temporary table restored on commit drop as select ${table.columns} from ${table.name} with no data`,
        );
        filling = table;
      }
      await pipeline(Readable.from([bytes]), client.query(copyFrom(`copy restored (${part.columns}) from stdin`)));
    }
    await settleTable(client, filling);
    await client.query('commit');
    return yes(undefined);
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release(true);
  }
}

async function canTake(client: pg.PoolClient, manifest: Manifest): Promise<Result<undefined, BackupRefusal>> {
  const ours = await appliedMigrations(client);
  const same =
    ours.length === manifest.migrations.length &&
    ours.every((one, at) => one.sha256 === manifest.migrations[at]?.sha256);
  if (!same)
    return no('backup/other_version', {
      theirs: manifest.migrations.at(-1)?.name ?? '–',
      ours: ours.at(-1)?.name ?? '–',
    });
  const { rows } = await client.query<{ count: number }>('select count(*)::int as count from workspace');
  return rows[0]?.count === 0 ? yes(undefined) : no('backup/not_empty');
}

/**
 * COPY is refused on tables behind row-level security, so rows go through a temporary table; and a table goes in by one
 * statement, so that rows which point at others of their own table find them.
 */
async function settleTable(client: pg.PoolClient, table: BackupTable | undefined): Promise<void> {
  if (table === undefined) return;
  await client.query(`insert into ${table.name} (${table.columns}) select ${table.columns} from restored`);
  await client.query('drop table restored');
}

async function* entries(file: string): AsyncGenerator<{ readonly name: string; readonly bytes: Buffer }> {
  const tar = extract();
  const reading = pipeline(createReadStream(file), createGunzip(), tar).catch((error: unknown) => {
    tar.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  for await (const entry of tar) {
    if ((entry.header.size ?? 0) > LARGEST_ENTRY) throw new Error('A part is larger than any of ours.');
    const pieces: Buffer[] = [];
    for await (const piece of entry as AsyncIterable<Buffer>) pieces.push(piece);
    yield { name: entry.header.name, bytes: Buffer.concat(pieces) };
  }
  await reading;
}
