import type { KeyResultsDeps } from '#cockpit/course/key-results/index.ts';
import { keyResultTasks } from '#cockpit/course/key-results/index.ts';
import { FORECAST_TASK, keepForecasts, scoreKept } from '#cockpit/course/pace/index.ts';
import type { AskingDeps } from '#cockpit/course/visions/index.ts';
import { visionTasks } from '#cockpit/course/visions/index.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Task } from '#platform/jobs/index.ts';

/**
 * Key results are read once a day and read back once; what is new is forecast from, and what was forecast is scored.
 * Sponsors are asked for the vision.
 */
export function courseTasks(deps: KeyResultsDeps & AskingDeps): Readonly<Record<string, Task>> {
  const forecast = async (scope: Scope): Promise<void> => {
    await keepForecasts(deps, scope);
    await scoreKept(deps, scope);
  };
  return {
    ...keyResultTasks(deps, forecast),
    ...visionTasks(deps),
    [FORECAST_TASK]: ({ scope }) => forecast(scope),
  };
}
