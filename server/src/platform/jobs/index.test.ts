import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { systemClock } from '#platform/clock/index.ts';
import { silentLog } from '#platform/log/index.ts';
import { freshDatabase } from '../../../../tools/testing/database.ts';
import { enqueue, prepareJobs, startJobs, type JobCall, type Task } from './index.ts';

const SCOPE = { workspaceId: randomUUID() };

function waiting(): { readonly task: Task; readonly next: () => Promise<JobCall> } {
  const calls: JobCall[] = [];
  const takers: ((call: JobCall) => void)[] = [];
  return {
    task: async (call) => {
      const taker = takers.shift();
      if (taker === undefined) calls.push(call);
      else taker(call);
    },
    next: () =>
      new Promise((resolve) => {
        const call = calls.shift();
        if (call === undefined) takers.push(resolve);
        else resolve(call);
      }),
  };
}

describe('jobs', () => {
  it('exist with their transaction only, and keep its workspace', async () => {
    await using database = await freshDatabase();
    await prepareJobs(database.ownerPool);
    const { task, next } = waiting();
    await expect(
      database.inScope(SCOPE, async (db) => {
        await enqueue(db, { task: 'greet', payload: { name: 'nobody' } });
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    await database.inScope(SCOPE, (db) => enqueue(db, { task: 'greet', payload: { name: 'Ada' } }));
    const jobs = await startJobs({
      ownerPool: database.ownerPool,
      clock: systemClock,
      log: silentLog,
      tasks: { greet: task },
    });
    const call = await next();
    expect(call.payload['name']).toBe('Ada');
    expect(call.scope).toEqual(SCOPE);
    expect(call.attempt).toBe(1);
    await jobs.stop();
  });

  it('of one key wait once', async () => {
    await using database = await freshDatabase();
    await prepareJobs(database.ownerPool);
    await database.inScope(SCOPE, async (db) => {
      await enqueue(db, { task: 'greet', payload: {}, key: 'one' });
      await enqueue(db, { task: 'greet', payload: {}, key: 'one' });
    });
    const { rows } = await database.ownerPool.query('select id from graphile_worker.jobs');
    expect(rows).toHaveLength(1);
  });

  it('let go when the process stops, and go on at once in the next', async () => {
    await using database = await freshDatabase();
    await prepareJobs(database.ownerPool);
    const started = waiting();
    const hang: Task = async (call) => {
      const letGo = new Promise((_resolve, reject) =>
        call.signal.addEventListener('abort', () => reject(new Error('let go'))),
      );
      await started.task(call);
      await letGo;
    };
    const deps = { ownerPool: database.ownerPool, clock: systemClock, log: silentLog };
    await database.inScope(SCOPE, (db) => enqueue(db, { task: 'long', payload: {} }));
    const first = await startJobs({ ...deps, tasks: { long: hang } });
    await started.next();
    await first.stop();
    const again = waiting();
    const second = await startJobs({ ...deps, tasks: { long: again.task } });
    expect((await again.next()).attempt).toBe(1);
    await second.stop();
  });

  it('of a killed process are freed by the next start, those of a living one are not', async () => {
    await using database = await freshDatabase();
    await prepareJobs(database.ownerPool);
    const deps = { ownerPool: database.ownerPool, clock: systemClock, log: silentLog };
    const living = waiting();
    const alive = await startJobs({
      ...deps,
      tasks: {
        slow: async (call) => {
          const letGo = new Promise((resolve) => call.signal.addEventListener('abort', resolve));
          await living.task(call);
          await letGo;
        },
      },
    });
    await database.inScope(SCOPE, (db) => enqueue(db, { task: 'slow', payload: {} }));
    await living.next();

    await database.inScope(SCOPE, (db) => enqueue(db, { task: 'doomed', payload: {} }));
    await killedWhileWorking(database.url);
    const freed = waiting();
    const next = await startJobs({ ...deps, tasks: { doomed: freed.task, slow: freed.task } });
    expect((await freed.next()).attempt).toBe(2);
    const { rows } = await database.ownerPool.query<{ task: string; held: boolean }>(
      'select task_identifier as task, locked_by is not null as held from graphile_worker.jobs',
    );
    expect(rows.filter((row) => row.task === 'slow')).toEqual([{ task: 'slow', held: true }]);
    await next.stop();
    await alive.stop();
  });
});

/** Another process takes the job and is killed in the middle of it. */
async function killedWhileWorking(url: string): Promise<void> {
  const script = `
    import pg from 'pg';
    import { startJobs } from '#platform/jobs/index.ts';
    import { silentLog } from '#platform/log/index.ts';
    import { systemClock } from '#platform/clock/index.ts';
    const tasks = { doomed: () => { process.stdout.write('working'); return new Promise(() => {}); } };
    await startJobs({ ownerPool: new pg.Pool({ connectionString: process.env.BASE }), clock: systemClock, log: silentLog, tasks });
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
    env: { ...process.env, BASE: url },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
}
