import { ROUND_TASK } from '#bridge/reminders/index.ts';
import { ASK_TASK } from '#cockpit/course/index.ts';
import type { Database } from '#platform/db/index.ts';
import { enqueue } from '#platform/jobs/index.ts';
import type { Log } from '#platform/log/index.ts';

const EVERY_MS = 10 * 60_000;

/** Asks for a round through every workspace, now and every ten minutes, until it is stopped. */
export function startRounds(database: Database, log: Log): { stop(): void } {
  const ask = (): void =>
    void askAll(database).catch((error: unknown) => log.warn('the rounds could not be asked for', { error }));
  ask();
  const timer = setInterval(ask, EVERY_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

async function askAll(database: Database): Promise<void> {
  for (const { id } of await database.installation.selectFrom('workspace').select('id').execute()) {
    await database.inScope({ workspaceId: id }, async (db) => {
      for (const task of [ROUND_TASK, ASK_TASK]) await enqueue(db, { task, payload: {}, key: `${task}:${id}` });
    });
  }
}
