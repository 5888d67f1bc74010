import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { inject } from 'vitest';
import { openDatabase, type Database, type DatabaseOptions } from '#platform/db/index.ts';
import { silentLog } from '#platform/log/index.ts';
import { urlOf } from './address.ts';
import { DOOR, NO_MIGRATIONS, TEMPLATES } from './server.ts';

export interface FreshOptions {
  /** Without the house's migrations: a base with the runtime role and nothing else. */
  readonly empty?: boolean;
  /** An empty base, then these migrations. */
  readonly migrationsFolder?: string;
}

export interface FreshDatabase extends Database, AsyncDisposable {
  /** For whatever must open the same base by itself, as another process would. */
  readonly url: string;
}

/** A base of its own for one test, cloned from the migrated template of this run; dropped by `await using` or `close`. */
export async function freshDatabase(options: FreshOptions = {}): Promise<FreshDatabase> {
  const host = await serverOfThisRun();
  const isEmpty = options.empty === true || options.migrationsFolder !== undefined;
  const name = `t_${randomBytes(6).toString('hex')}`;
  await asAdmin(
    host,
    `create database ${name} template ${isEmpty ? TEMPLATES.empty : TEMPLATES.house} strategy file_copy`,
  );
  const url = urlOf(host, name);
  const opened = await openDatabase({ url, dataFolder: '', log: silentLog, ...migrationsOf(options) });
  if (!opened.ok) throw new Error(`The fresh database does not open: ${JSON.stringify(opened.refusal)}`);
  const close = async () => {
    await opened.value.close();
    await asAdmin(host, `drop database if exists ${name} with (force)`);
  };
  return { ...opened.value, url, close, [Symbol.asyncDispose]: close };
}

function migrationsOf({ empty, migrationsFolder }: FreshOptions): Pick<DatabaseOptions, 'migrationsFolder'> {
  if (migrationsFolder !== undefined) return { migrationsFolder };
  return empty === true ? { migrationsFolder: join(inject('runFolder'), NO_MIGRATIONS) } : {};
}

let host: Promise<string> | undefined;

/** Asks the global set-up, which starts the server for the first who asks; it answers the socket's folder or why not. */
function serverOfThisRun(): Promise<string> {
  host ??= text(connect(join(inject('runFolder'), DOOR))).then((answer) => {
    if (answer.startsWith('/')) return answer;
    throw new Error(`The server of this run did not start. ${answer}`);
  });
  return host;
}

/** Opened once for all bases of a worker: a connection costs more than what is said on it. */
let admin: Promise<pg.Client> | undefined;

async function asAdmin(socket: string, statement: string): Promise<void> {
  admin ??= adminAt(socket);
  await (await admin).query(statement);
}

async function adminAt(socket: string): Promise<pg.Client> {
  const client = new pg.Client({ host: socket, user: 'passerelle', database: 'postgres' });
  // The server of this run ends before its workers do.
  client.on('error', () => {});
  await client.connect();
  return client;
}
