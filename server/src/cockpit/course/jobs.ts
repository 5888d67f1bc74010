import type { KeyResultsDeps } from '#cockpit/course/key-results/index.ts';
import { keyResultTasks } from '#cockpit/course/key-results/index.ts';
import { keepForecasts, scoreKept } from '#cockpit/course/pace/index.ts';
import type { Task } from '#platform/jobs/index.ts';

/** Once a day key results are read; what is new is forecast from, and what was forecast for a day that is over is scored. */
export function courseTasks(deps: KeyResultsDeps): Readonly<Record<string, Task>> {
  return keyResultTasks(deps, async (scope) => {
    await keepForecasts(deps, scope);
    await scoreKept(deps, scope);
  });
}
