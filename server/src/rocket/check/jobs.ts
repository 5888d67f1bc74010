import { addDays, dayIn } from '#kernel/day.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Scoped } from '#platform/db/index.ts';
import type { Task } from '#platform/jobs/index.ts';
import { enqueue } from '#platform/jobs/index.ts';
import { settingsOf } from '#workspace/spaces/lookup.ts';
import { keepLastMonth } from './service.ts';
import type { CheckDeps } from './service.ts';

const MONTH_TASK = 'rocket.month';

/** Each day, a while after midnight in the workspace's zone: the first one of a month keeps the month before. */
export function checkTasks(deps: CheckDeps): Readonly<Record<string, Task>> {
  return {
    [MONTH_TASK]: async ({ scope }) => {
      await keepLastMonth(deps, scope);
      await deps.database.inScope(scope, (db) => watchMonths(db, deps.clock.now(), 'tomorrow'));
    },
  };
}

/**
 * Has the months of a workspace kept from now on. The key names the day, so that a day is looked at once, by whichever
 * process comes first, and the job that runs can ask for the next one.
 */
export async function watchMonths(db: Scoped, now: Date, when: 'now' | 'tomorrow' = 'now'): Promise<void> {
  const { zone } = await settingsOf(db);
  const day = addDays(dayIn(zone, now), when === 'now' ? 0 : 1);
  const runAt = when === 'now' ? now : new Date(now.getTime() + 86_400_000);
  await enqueue(db, { task: MONTH_TASK, payload: {}, key: `${MONTH_TASK} ${db.scope.workspaceId} ${day}`, runAt });
}

/** Begins to keep the months of every workspace there is. */
export async function watchAllMonths(deps: CheckDeps, scopes: readonly Scope[]): Promise<void> {
  for (const scope of scopes) {
    await deps.database.inScope(scope, (db) => watchMonths(db, deps.clock.now()));
  }
}
