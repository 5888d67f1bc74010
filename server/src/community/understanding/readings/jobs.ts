import type { Task } from '#platform/jobs/index.ts';
import { READ_TASK, readTexts } from './service.ts';
import type { ReadingsDeps } from './service.ts';

/** Reading goes on by itself after a stop or a kill. */
export function readingTasks(deps: ReadingsDeps): Readonly<Record<string, Task>> {
  return { [READ_TASK]: ({ scope, signal }) => readTexts(deps, scope, { signal }) };
}
