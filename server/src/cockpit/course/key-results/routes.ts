import { ObjectiveParams } from '#cockpit/course/objectives/index.ts';
import type { Route } from '#platform/http/index.ts';
import { inWorkspace } from '#platform/http/index.ts';
import type { KeyResultsDeps } from './service.ts';
import * as service from './service.ts';
import * as wire from './wire.ts';

const STATUSES = { 'figure/segment_gone': 404 } as const;

/** Key results: measuring a baseline, adding one, measuring again, taking one away. */
export function keyResultRoutes(deps: KeyResultsDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'post',
      path: '/api/v1/key-results/baseline',
      summary: 'What a figure is now, as the baseline a key result would start from',
      body: wire.AskBaseline,
      answer: wire.BaselineView,
      statuses: STATUSES,
      handle: ({ scope, body, language }) => service.showBaseline(deps, scope, body, language),
    }),
    inWorkspace({
      method: 'post',
      path: '/api/v1/objectives/{objectiveId}/key-results',
      summary: 'Add a key result to an objective, from a baseline measured now',
      params: ObjectiveParams,
      body: wire.NewKeyResult,
      answer: wire.MadeKeyResult,
      statuses: STATUSES,
      handle: ({ scope, by, language, params, body }) =>
        service.addKeyResult(deps, { scope, by, language }, params.objectiveId, body),
    }),
    inWorkspace({
      method: 'post',
      path: '/api/v1/key-results/{keyResultId}/drop',
      summary: 'Take a key result off the course',
      params: wire.KeyResultParams,
      body: wire.DropKeyResult,
      handle: ({ params, body, ...doing }) => service.dropKeyResult(deps, doing, params.keyResultId, body),
    }),
  ];
}
