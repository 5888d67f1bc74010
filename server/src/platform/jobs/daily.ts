import type { Scoped } from '#platform/db/index.ts';
import { enqueue } from './index.ts';

const HOUR = 3_600_000;

/** When it is next that time of day (`HH:MM`, UTC), at least an hour after an instant: not the time it just was. */
export function nextAt(time: string, now: Date): Date {
  const soonest = now.getTime() + HOUR;
  const first = Date.parse(`${now.toISOString().slice(0, 10)}T${time}:00Z`);
  return new Date(first < soonest ? first + 24 * HOUR * Math.ceil((soonest - first) / (24 * HOUR)) : first);
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
