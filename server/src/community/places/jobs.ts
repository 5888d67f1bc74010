import type { Task } from '#platform/jobs/index.ts';
import { DELETE_TASK, deletePlaceNow } from './service.ts';
import type { PlacesDeps } from './service.ts';

export function placeTasks(deps: PlacesDeps): Readonly<Record<string, Task>> {
  return { [DELETE_TASK]: ({ scope, payload }) => deletePlaceNow(deps, scope, String(payload['placeId'])) };
}
