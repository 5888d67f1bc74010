import { Logger, runMigrations } from 'graphile-worker';
import type pg from 'pg';
import { RUNTIME_ROLE } from '#platform/db/role.ts';

/** The queue's own talk is not for the operator; what fails is told by us, with names of ours. */
export const quiet = new Logger(() => () => undefined);

/**
 * The runtime role owns nothing of the queue and may do one thing with it: add a job, in its own transaction. The
 * body is looked at when it runs, and runs with the owner's rights.
 */
const ENQUEUE = `
  create or replace function public.enqueue_job(task text, payload json, queue text, key text, run_at timestamptz, attempts integer)
  returns void language plpgsql security definer set search_path = pg_catalog as $$
  begin
    perform graphile_worker.add_job(task, payload, queue_name => queue, run_at => run_at, max_attempts => attempts,
      job_key => key, job_key_mode => case when key is null then 'replace' else 'unsafe_dedupe' end);
  end $$;
  revoke all on function public.enqueue_job from public;
  grant execute on function public.enqueue_job to ${RUNTIME_ROLE}`;

/** Any number, so long as it stays: it is what two starting processes meet on. */
const INSTALL_LOCK = 5_077_319;

/** Puts the queue's tables in place, or brings them to this version. Before it, `enqueue` does not work. */
export async function prepareJobs(ownerPool: pg.Pool): Promise<void> {
  const client = await ownerPool.connect();
  try {
    await client.query("set client_min_messages = 'warning'");
    await client.query('select pg_advisory_lock($1)', [INSTALL_LOCK]);
    await runMigrations({ pgPool: ownerPool, logger: quiet });
    await client.query(ENQUEUE);
  } finally {
    // Ending the session frees the lock, whatever happened.
    client.release(true);
  }
}
