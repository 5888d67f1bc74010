import type { Scope } from '#kernel/scope.ts';
import type { Task } from '#platform/jobs/index.ts';
import { READ_BACK_TASK, READ_TASK, readBack, readDaily } from './service.ts';
import type { KeyResultsDeps } from './service.ts';

/** Readings are taken once a day, whether somebody looks or not; `after`: what is done with them. */
export function keyResultTasks(
  deps: KeyResultsDeps,
  after: (scope: Scope) => Promise<void> = async () => {},
): Readonly<Record<string, Task>> {
  return {
    [READ_TASK]: async ({ scope }) => {
      await readDaily(deps, scope);
      await after(scope);
    },
    [READ_BACK_TASK]: async ({ scope, payload, signal }) => {
      await after(scope);
      await readBack(deps, scope, String(payload['keyResultId']), signal);
    },
  };
}
