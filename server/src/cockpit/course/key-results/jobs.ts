import type { Task } from '#platform/jobs/index.ts';
import { READ_BACK_TASK, READ_TASK, readBack, readKeyResults } from './service.ts';
import type { KeyResultsDeps } from './service.ts';

/** Readings are taken once a day, whether somebody looks or not. */
export function keyResultTasks(deps: KeyResultsDeps): Readonly<Record<string, Task>> {
  return {
    [READ_TASK]: async ({ scope }) => void (await readKeyResults(deps, scope)),
    [READ_BACK_TASK]: ({ scope, payload, signal }) => readBack(deps, scope, String(payload['keyResultId']), signal),
  };
}
