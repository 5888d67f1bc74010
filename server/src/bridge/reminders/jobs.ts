import type { Task } from '#platform/jobs/index.ts';
import type { RemindersDeps } from './service.ts';
import { goRound, ROUND_TASK } from './service.ts';

/** Rounds that write what letters are due. */
export function reminderTasks(deps: RemindersDeps): Readonly<Record<string, Task>> {
  return { [ROUND_TASK]: ({ scope }) => goRound(deps, scope) };
}
