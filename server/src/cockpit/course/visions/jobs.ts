import type { Task } from '#platform/jobs/index.ts';
import type { AskingDeps } from './service.ts';
import { ASK_TASK, askSponsors } from './service.ts';

/** Rounds that ask sponsors for what they are to confirm. */
export function visionTasks(deps: AskingDeps): Readonly<Record<string, Task>> {
  return { [ASK_TASK]: ({ scope }) => askSponsors(deps, scope) };
}
