import { join } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import type pg from 'pg';
import { yes, type Result } from '#kernel/result.ts';
import { systemClock } from '#platform/clock/index.ts';
import { openEmbedded, type EmbeddedServer } from '#platform/embedded/index.ts';
import { prepare } from './boot.ts';
import { countAgain } from './statistics.ts';
import type { Database, DatabaseCode, DatabaseOptions, Schema } from './model.ts';
import { endPool, openOwnerPool, openRuntimePool, type Address } from './pools.ts';
import { runInScope } from './scoped.ts';

export { beginningOf, daysAfter, type SqlDay, type SqlWindow } from './days.ts';
export type { Answers, Rows } from './together.ts';
export { read, rowsOf, together, toldAs } from './together.ts';
export type { Database, DatabaseCode, DatabaseOptions, Schema, Scoped } from './model.ts';

const HOUSE_MIGRATIONS = join(import.meta.dirname, 'migrations');

/** Opens the base (embedded unless `url`), brings it to this version, checks its walls and lends it out. */
export async function openDatabase(options: DatabaseOptions): Promise<Result<Database, DatabaseCode>> {
  if (options.url !== undefined) return openAt({ connectionString: options.url }, options);
  const server = await openEmbedded(options);
  if (!server.ok) return server;
  const { host, port, user, database } = server.value;
  return openAt({ host, port, user, database }, options, server.value);
}

async function openAt(
  address: Address,
  options: DatabaseOptions,
  server?: EmbeddedServer,
): Promise<Result<Database, DatabaseCode>> {
  const { log, clock = systemClock, migrationsFolder = HOUSE_MIGRATIONS, poolSize = 10 } = options;
  const ownerPool = openOwnerPool(address, log);
  const pool = openRuntimePool(address, poolSize, log);
  const close = closing(ownerPool, pool, server);
  try {
    const prepared = await prepare(ownerPool, { folder: migrationsFolder, clock, log });
    if (prepared.ok) return yes(lend(pool, ownerPool, close));
    await close();
    return prepared;
  } catch (error) {
    await close();
    throw error;
  }
}

function lend(pool: pg.Pool, ownerPool: pg.Pool, close: () => Promise<void>): Database {
  return {
    inScope: (scope, work, reads) => runInScope(pool, scope, work, reads),
    installation: new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }),
    ownerPool,
    countAgain: (tables, rows) => countAgain(ownerPool, tables, rows),
    ping: () => answers(pool),
    close,
  };
}

const PROBE = { text: 'select 1', query_timeout: 2000 };

async function answers(pool: pg.Pool): Promise<boolean> {
  try {
    await pool.query(PROBE);
    return true;
  } catch {
    return false;
  }
}

const PATIENCE = 10_000;

function closing(ownerPool: pg.Pool, pool: pg.Pool, server: EmbeddedServer | undefined): () => Promise<void> {
  let closed: Promise<unknown> | undefined;
  const closeAll = async () => {
    await Promise.all([endPool(pool, PATIENCE), endPool(ownerPool, PATIENCE)]);
    await server?.stop();
  };
  return async () => {
    closed ??= closeAll();
    await closed;
  };
}
