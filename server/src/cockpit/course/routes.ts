import type { KeyResultsDeps } from '#cockpit/course/key-results/index.ts';
import { keyResultRoutes } from '#cockpit/course/key-results/index.ts';
import { ObjectiveParams, objectiveRoutes } from '#cockpit/course/objectives/index.ts';
import { visionRoutes } from '#cockpit/course/visions/index.ts';
import { yes } from '#kernel/result.ts';
import type { Route } from '#platform/http/index.ts';
import { inWorkspace } from '#platform/http/index.ts';
import * as service from './service.ts';
import * as wire from './wire.ts';

/** The course: why the community exists, what it should move, and what of it is measured. */
export function courseRoutes(deps: KeyResultsDeps): readonly Route[] {
  return [...readingRoutes(deps), ...visionRoutes(deps), ...objectiveRoutes(deps), ...keyResultRoutes(deps)];
}

function readingRoutes(deps: KeyResultsDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'get',
      path: '/api/v1/course',
      summary: 'The vision and every objective with its key results, as they were last measured',
      answer: wire.CourseView,
      handle: async ({ scope, functions, language }) =>
        yes(await service.courseOf(deps, { scope, functions, language })),
    }),
    inWorkspace({
      method: 'get',
      path: '/api/v1/objectives/{objectiveId}',
      summary: 'One objective, everything measured for it and what happened to it',
      params: ObjectiveParams,
      answer: wire.ObjectivePage,
      handle: ({ scope, functions, language, params }) =>
        service.objectivePage(deps, { scope, functions, language }, params.objectiveId),
    }),
    inWorkspace({
      method: 'post',
      path: '/api/v1/objectives/{objectiveId}/readings',
      summary: 'Measure the key results of an objective again, now',
      params: ObjectiveParams,
      answer: wire.Measured,
      handle: ({ scope, params }) => service.measureNow(deps, scope, params.objectiveId),
    }),
  ];
}
