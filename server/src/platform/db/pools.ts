import pg from 'pg';
import type { Log } from '#platform/log/index.ts';
import { runtimeTypes } from './parsers.ts';
import { RUNTIME_ROLE } from './role.ts';

/** Where the base is: a URL of the operator's, or the socket of the embedded server. */
export type Address = Pick<pg.PoolConfig, 'connectionString' | 'host' | 'port' | 'user' | 'database'>;

/** A request waits this long for a free connection, then fails instead of piling up. */
const PATIENCE = 5000;
const OWNER_CONNECTIONS = 8;

/** Every new connection takes the runtime role before anybody may use it. */
const TAKE_ROLE = [
  `set role ${RUNTIME_ROLE}`,
  "set timezone = 'UTC'",
  "set statement_timeout = '30s'",
  // A transaction left open would hold back vacuum and every reader that follows the oldest transaction.
  "set idle_in_transaction_session_timeout = '5min'",
].join('; ');

export function openOwnerPool(address: Address, log: Log): pg.Pool {
  const pool = new pg.Pool({
    ...address,
    application_name: 'passerelle owner',
    max: OWNER_CONNECTIONS,
    connectionTimeoutMillis: PATIENCE,
  });
  return withoutCrash(pool, log);
}

/** `verify` comes before a new connection is lent: nothing ever runs under another role. */
export function openRuntimePool(address: Address, max: number, log: Log): pg.Pool {
  const pool = new pg.Pool({
    ...address,
    application_name: 'passerelle',
    max,
    connectionTimeoutMillis: PATIENCE,
    types: runtimeTypes,
    verify: (client, done) => {
      client.query(TAKE_ROLE, (error: Error | null) => done(error ?? undefined));
    },
  });
  return withoutCrash(pool, log);
}

/** A connection may be lost while nobody waits for an answer; unheard, that would end the process. */
function withoutCrash(pool: pg.Pool, log: Log): pg.Pool {
  pool.on('error', (error) => {
    if (!pool.ending) log.warn('a database connection was lost', { error });
  });
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** Ends the pool; connections somebody still holds are given `milliseconds` before we go on without them. */
export async function endPool(pool: pg.Pool, milliseconds: number): Promise<void> {
  if (pool.ended || pool.ending) return;
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([pool.end(), patience]);
  clearTimeout(timer);
}
