import { EventEmitter } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { run, type JobHelpers, type Runner, type TaskList } from 'graphile-worker';
import { sql } from 'kysely';
import type pg from 'pg';
import type { Scoped } from '#platform/db/index.ts';
import { nextAt } from './daily.ts';
import { prepareJobs, quiet } from './install.ts';
import type { JobRunner, JobsDeps, NewJob, Task } from './model.ts';
import { appear, STOPPED } from './presence.ts';

export type { JobCall, JobRunner, JobsDeps, NewJob, Task } from './model.ts';
export { prepareJobs } from './install.ts';

const ATTEMPTS = 10;
const PATIENCE = 5000;

/** Adds a job in this transaction: it exists if and only if the transaction commits, and keeps its workspace. */
export async function enqueue(db: Scoped, job: NewJob): Promise<void> {
  const payload = JSON.stringify({ ...job.payload, workspaceId: db.scope.workspaceId });
  await sql`select enqueue_job(${job.task}, ${payload}::json, ${job.queue ?? null}, ${job.key ?? null},
    ${job.runAt ?? null}::timestamptz, ${job.attempts ?? ATTEMPTS}::integer)`.execute(db.tx);
}

/**
 * Has a task run for a workspace the next time it is that time of day; asked again, it is there once. A task that runs each
 * day asks for its next run. The day is that of UTC, so that the job that runs never has the key of the next one.
 */
export async function enqueueDaily(db: Scoped, task: string, time: string, now: Date): Promise<void> {
  const runAt = nextAt(time, now);
  const key = `${task} ${db.scope.workspaceId} ${runAt.toISOString().slice(0, 10)}`;
  await enqueue(db, { task, payload: {}, key, runAt });
}

/** Installs the queue if need be, frees what dead processes held, and runs jobs until it is stopped. */
export async function startJobs(deps: JobsDeps): Promise<JobRunner> {
  const { ownerPool, clock } = deps;
  await prepareJobs(ownerPool);
  const stopping = new AbortController();
  const events = new EventEmitter();
  const name = poolName(events);
  let runner: Runner | undefined;
  const presence = await appear(ownerPool, clock.now(), async () => {
    runner = await run({
      pgPool: ownerPool,
      taskList: taskList(deps, stopping.signal),
      concurrency: deps.concurrency ?? 4,
      noHandleSignals: true,
      parsedCronItems: [],
      logger: quiet,
      events,
    });
    runner.promise.catch((error: unknown) => deps.log.error('the job queue stopped by itself', { error }));
    return await name;
  });
  const stop = async (): Promise<void> => {
    stopping.abort();
    await withPatience(letGo(ownerPool, runner, await name));
    presence.end();
  };
  let stopped: Promise<void> | undefined;
  return { stop: () => (stopped ??= stop()) };
}

function poolName(events: EventEmitter): Promise<string> {
  return new Promise((resolve) => {
    events.once('pool:create', ({ workerPool }: { workerPool: { id: string } }) => resolve(workerPool.id));
  });
}

/** The queue says that it has stopped before it has written what became of the last jobs. */
async function letGo(ownerPool: pg.Pool, runner: Runner | undefined, pool: string): Promise<void> {
  await runner?.stop();
  while (await holdsJobs(ownerPool, pool)) await setTimeout(20);
}

async function holdsJobs(ownerPool: pg.Pool, pool: string): Promise<boolean> {
  const { rowCount } = await ownerPool.query('select from graphile_worker.jobs where locked_by = $1 limit 1', [pool]);
  return rowCount !== 0;
}

/** A job that does not let go in time stays with its dead process, and is freed by the next start. */
async function withPatience(stopped: Promise<void>): Promise<void> {
  const enough = new AbortController();
  await Promise.race([stopped, setTimeout(PATIENCE, undefined, { signal: enough.signal })]);
  enough.abort();
}

function taskList(deps: JobsDeps, signal: AbortSignal): TaskList {
  return Object.fromEntries(
    Object.entries(deps.tasks).map(([name, task]) => [name, adapted(name, task, deps, signal)]),
  );
}

function adapted(name: string, task: Task, { log }: JobsDeps, signal: AbortSignal) {
  return async (given: unknown, { job }: JobHelpers): Promise<void> => {
    const payload = given as Readonly<Record<string, unknown>>;
    const scope = { workspaceId: String(payload['workspaceId']) };
    const isLastAttempt = job.attempts >= job.max_attempts;
    try {
      await task({ scope, payload, signal, attempt: job.attempts, isLastAttempt });
    } catch (error) {
      if (signal.aborted) throw new Error(STOPPED, { cause: error });
      log.warn('job failed', { task: name, job: job.id, attempt: job.attempts, isLastAttempt, error });
      throw error;
    }
  };
}
