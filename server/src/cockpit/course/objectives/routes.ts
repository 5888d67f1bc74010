import type { Route } from '#platform/http/index.ts';
import { inWorkspace } from '#platform/http/index.ts';
import type { ObjectivesDeps } from './service.ts';
import * as service from './service.ts';
import * as wire from './wire.ts';

/** Objectives: writing one, changing it, and each step it takes. */
export function objectiveRoutes(deps: ObjectivesDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'post',
      path: '/api/v1/objectives',
      summary: 'Write an objective, as a draft',
      body: wire.NewObjective,
      answer: wire.MadeObjective,
      handle: ({ scope, by, language, body }) => service.addObjective(deps, { scope, by, language }, body),
    }),
    inWorkspace({
      method: 'patch',
      path: '/api/v1/objectives/{objectiveId}',
      summary: 'Change the words of an objective',
      params: wire.ObjectiveParams,
      body: wire.ObjectivePatch,
      handle: ({ scope, by, language, params, body }) =>
        service.changeObjective(deps, { scope, by, language }, params.objectiveId, body),
    }),
    inWorkspace({
      method: 'post',
      path: '/api/v1/objectives/{objectiveId}/start',
      summary: 'Set an objective going',
      params: wire.ObjectiveParams,
      body: wire.StartObjective,
      handle: ({ scope, by, language, params, body: { version } }) =>
        service.actOnObjective(deps, { scope, by, language }, params.objectiveId, version, { is: 'start' }),
    }),
    inWorkspace({
      method: 'post',
      path: '/api/v1/objectives/{objectiveId}/end',
      summary: 'End an objective: reached, missed or dropped',
      params: wire.ObjectiveParams,
      body: wire.EndObjective,
      handle: ({ scope, by, language, params, body: { version, as, why } }) =>
        service.actOnObjective(deps, { scope, by, language }, params.objectiveId, version, { is: 'end', as, why }),
    }),
  ];
}
