import type pg from 'pg';
import { no, yes, type Result } from '#kernel/result.ts';
import { migrate, type MigrationDeps } from './migrate.ts';
import type { DatabaseCode } from './model.ts';
import { ensureRole, faultsOfRole, RUNTIME_ROLE } from './role.ts';
import { raiseWalls } from './walls.ts';

const OLDEST = 150_000;
/** Any number, so long as it stays: it is what two starting processes meet on. */
const START_LOCK = 5_077_318;

/**
 * Everything between a connection and a base one may trust, under a lock that makes two starting processes take
 * turns: server, runtime role, migrations, walls, and the check of them. Each step may be cut by a kill and is
 * simply done again by the next start.
 */
export async function prepare(pool: pg.Pool, deps: MigrationDeps): Promise<Result<void, DatabaseCode>> {
  const reached = await reach(pool);
  if (!reached.ok) return reached;
  const client = reached.value;
  try {
    const server = await checkServer(client);
    if (!server.ok) return server;
    await takeStartLock(client, deps);
    return await prepareLocked(client, deps);
  } finally {
    // Ending the session is what frees the lock, whatever happened.
    client.release(true);
  }
}

async function reach(pool: pg.Pool): Promise<Result<pg.PoolClient, 'database/unreachable'>> {
  try {
    return yes(await pool.connect());
  } catch (error) {
    return no('database/unreachable', { reason: error instanceof Error ? error.message : String(error) });
  }
}

async function checkServer(client: pg.ClientBase): Promise<Result<void, 'database/too_old' | 'database/not_utf8'>> {
  const { rows } = await client.query<{ version: number; encoding: string }>(
    "select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding",
  );
  const { version, encoding } = rows[0] ?? { version: 0, encoding: '' };
  if (version < OLDEST) return no('database/too_old', { version: Math.trunc(version / 10_000) });
  return encoding === 'UTF8' ? yes(undefined) : no('database/not_utf8', { encoding });
}

async function takeStartLock(client: pg.ClientBase, { log }: MigrationDeps): Promise<void> {
  await client.query("set statement_timeout = 0; set lock_timeout = 0; set client_min_messages = 'warning'");
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [START_LOCK]);
  if (rows[0]?.taken === true) return;
  log.info('another process is preparing the database; waiting for it');
  await client.query('select pg_advisory_lock($1)', [START_LOCK]);
}

async function prepareLocked(client: pg.ClientBase, deps: MigrationDeps): Promise<Result<void, DatabaseCode>> {
  const role = await ensureRole(client);
  if (!role.ok) return role;
  const faults = await faultsOfRole(client);
  if (faults.length > 0) return no('database/role_unsafe', { role: RUNTIME_ROLE, faults: faults.join(', ') });
  const migrated = await migrate(client, deps);
  if (!migrated.ok) return migrated;
  const open = await raiseWalls(client);
  return open.length === 0 ? yes(undefined) : no('database/unprotected', { tables: open.join(', ') });
}
