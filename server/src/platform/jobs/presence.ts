import type pg from 'pg';

/** Any number, so long as it stays: who starts to run jobs and who looks for the dead take turns. */
const PRESENCE_LOCK = 5_077_320;

const HOLD = "select pg_advisory_lock(hashtextextended('jobs ' || $1, 0))";
const IS_DEAD = `
  select pg_try_advisory_lock(hashtextextended('jobs ' || $1, 0)) as dead`;

/** A session that says this pool of workers lives; it ends with the process, however that ends. */
export interface Presence {
  end(): void;
}

/**
 * Frees the jobs of processes that were killed, then starts ours and shows that it lives. `start` answers the name of
 * the pool. A living pool elsewhere holds its lock, so its jobs are left alone.
 */
export async function appear(ownerPool: pg.Pool, at: Date, start: () => Promise<string>): Promise<Presence> {
  const client = await ownerPool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [PRESENCE_LOCK]);
    await freeTheDead(ownerPool, at);
    await client.query(HOLD, [await start()]);
    await client.query('select pg_advisory_unlock($1)', [PRESENCE_LOCK]);
  } catch (error) {
    client.release(true);
    throw error;
  }
  return { end: () => client.release(true) };
}

async function freeTheDead(ownerPool: pg.Pool, at: Date): Promise<void> {
  const client = await ownerPool.connect();
  try {
    const { rows } = await client.query<{ pool: string }>(
      'select distinct locked_by as pool from graphile_worker.jobs where locked_by is not null',
    );
    const dead: string[] = [];
    for (const { pool } of rows) {
      const found = await client.query<{ dead: boolean }>(IS_DEAD, [pool]);
      if (found.rows[0]?.dead === true) dead.push(pool);
    }
    await client.query('select graphile_worker.force_unlock_workers($1::text[])', [dead]);
    await client.query(RESUME, [STOPPED, at]);
  } finally {
    client.release(true);
  }
}

/** What a job answers that let go because its process stops: not a failure, the next process goes on at once. */
export const STOPPED = 'stopped with its process';
const RESUME = `
  select graphile_worker.reschedule_jobs(array_agg(id), run_at => $2, attempts => 0)
  from graphile_worker.jobs where last_error = $1 and locked_by is null having count(*) > 0`;
