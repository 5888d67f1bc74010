import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { openDatabase } from '#platform/db/index.ts';
import { openEmbedded } from '#platform/embedded/index.ts';
import { silentLog } from '#platform/log/index.ts';

/** In the order in which foreign keys let them in. */
export const TABLES = ['place', 'channel', 'member', 'identity', 'thread', 'raw', 'message', 'reaction'] as const;
type Table = (typeof TABLES)[number];

export interface Imported {
  readonly milliseconds: number;
  readonly state: string;
  readonly counts: Readonly<Record<'read' | 'added' | 'changed' | 'unchanged', number>>;
  readonly placeId: string;
  readonly peakBytes: number;
}

/** The server people get when they install, on a folder of the benchmark, with as many bases as it needs. */
export interface Server {
  readonly folder: string;
  readonly workspaceId: string;
  /** A base with the house's tables and one workspace. */
  create(name: string): Promise<void>;
  connect(name: string): Promise<pg.Client>;
  addressOf(name: string): string;
  import(name: string, file: string, place: string): Promise<Imported>;
  stop(): Promise<void>;
}

const INTERRUPTED = 130;

export async function openServer(folder: string): Promise<Server> {
  const opened = await openEmbedded({ dataFolder: folder, log: silentLog });
  if (!opened.ok) throw new Error(`no server: ${opened.refusal.code}`);
  const { host, port, user, database, stop } = opened.value;
  // Whoever interrupts a bench does not want its base to go on.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop().finally(() => process.exit(INTERRUPTED)));
  const workspaceId = randomUUID();
  const addressOf = (name: string): string =>
    `postgres://${user}@/${name}?host=${encodeURIComponent(host)}&port=${port}`;
  const connect = async (name: string): Promise<pg.Client> => {
    const client = new pg.Client({ host, port, user, database: name });
    // Whoever awaits a query hears of it there; a connection cut while it waits would hide what went wrong before.
    client.on('error', () => {});
    await client.connect();
    return client;
  };
  return {
    folder,
    workspaceId,
    connect,
    addressOf,
    async create(name) {
      const admin = await connect(database);
      await admin.query(`create database ${name} template template0`);
      await admin.end();
      const house = await openDatabase({ url: addressOf(name), dataFolder: folder, log: silentLog });
      if (!house.ok) throw new Error(house.refusal.code);
      await house.value.close();
      const client = await connect(name);
      await client.query(
        `insert into workspace (id, slug, name, zone, language, created_at) values ($1, 'banc', 'Banc', 'Europe/Paris', 'fr', $2)`,
        [workspaceId, new Date()],
      );
      await client.end();
    },
    async import(name, file, place) {
      const environment = {
        ...process.env,
        BASE: addressOf(name),
        FOLDER: folder,
        FILE: file,
        PLACE: place,
        WORKSPACE: workspaceId,
      };
      const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'ingest-worker.ts')], {
        env: environment,
      });
      return JSON.parse(stdout) as Imported;
    },
    stop,
  };
}

/** Everything written before reaches the disk first, so that no measure pays for the one before. */
export async function settleDown(client: pg.Client): Promise<void> {
  await client.query('checkpoint');
}

async function columnsOf(client: pg.Client, table: Table): Promise<string> {
  const { rows } = await client.query<{ columns: string }>(
    `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attname <> 'changed'`,
    [table],
  );
  return rows[0]?.columns ?? '';
}

/** Rows that came from one place; members by the accounts they have there. */
function ofPlace(table: Table, placeId: string): string {
  if (table === 'place') return `t.id = '${placeId}'`;
  if (table === 'member')
    return `exists (select from identity where identity.member_id = t.id and identity.place_id = '${placeId}')`;
  return `t.place_id = '${placeId}'`;
}

/** Writes a place's rows to files in COPY's own format; answers their bytes. */
export async function copyOut(client: pg.Client, placeId: string, folder: string): Promise<number> {
  let bytes = 0;
  for (const table of TABLES) {
    const file = join(folder, `${table}.copy`);
    const query = `copy (select ${await columnsOf(client, table)} from ${table} as t where ${ofPlace(table, placeId)}) to stdout`;
    await pipeline(client.query(copyTo(query)), createWriteStream(file));
    bytes += (await stat(file)).size;
  }
  return bytes;
}

/** The bare COPY of those files into the same tables with the same indexes, one transaction; answers milliseconds. */
export async function copyIn(client: pg.Client, folder: string): Promise<number> {
  const started = performance.now();
  await client.query('begin');
  for (const table of TABLES) {
    const stream = client.query(copyFrom(`copy ${table} (${await columnsOf(client, table)}) from stdin`));
    await pipeline(createReadStream(join(folder, `${table}.copy`), { highWaterMark: 1024 * 1024 }), stream);
  }
  await client.query('commit');
  return performance.now() - started;
}

/** A number that differs when any row of a place differs, and how many rows there are. */
export async function fingerprint(client: pg.Client, placeId: string): Promise<string> {
  const parts: string[] = [];
  for (const table of TABLES) {
    const { rows } = await client.query<{ rows: string; sum: string }>(
      `select count(*) as rows, coalesce(sum(hashtextextended((to_jsonb(t) - 'changed')::text, 0)::numeric), 0) as sum from ${table} as t where ${ofPlace(table, placeId)}`,
    );
    parts.push(`${table} ${rows[0]?.rows} ${rows[0]?.sum}`);
  }
  return parts.join('\n');
}

/** A number that differs when any row of facts was written since, though it be with what stood there. */
export async function writings(client: pg.Client): Promise<string> {
  const parts: string[] = [];
  for (const table of TABLES.filter((one) => one !== 'place')) {
    const { rows } = await client.query<{ sum: string }>(
      `select coalesce(sum(xmin::text::numeric), 0) as sum from ${table}`,
    );
    parts.push(`${table} ${rows[0]?.sum}`);
  }
  return parts.join('\n');
}
