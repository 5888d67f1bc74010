import { measureFigure } from '#cockpit/value/measuring/index.ts';
import { proofsOffered } from '#cockpit/value/proving/index.ts';
import { resultRoutes } from '#cockpit/value/results/index.ts';
import type { ResultsDeps } from '#cockpit/value/results/index.ts';
import { tellingRoutes } from '#cockpit/value/telling/index.ts';
import { yes } from '#kernel/result.ts';
import type { Route } from '#platform/http/index.ts';
import { inWorkspace } from '#platform/http/index.ts';
import type { ValueDeps } from './service.ts';
import * as service from './service.ts';
import * as wire from './wire.ts';

export type ValueRoomDeps = ValueDeps & ResultsDeps;

/** The value model: what comes in, what it costs, what is left, in ranges. */
export function valueRoutes(deps: ValueRoomDeps): readonly Route[] {
  return [
    ...tellingRoutes(deps),
    ...resultRoutes(deps),
    ...sheetRoutes(deps),
    ...lineRoutes(deps),
    ...scenarioRoutes(deps),
  ];
}

const STATUSES = { 'figure/segment_gone': 404 } as const;

function sheetRoutes(deps: ValueDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'post',
      path: '/api/v1/value/settings',
      summary: 'Set currency, years, discount rate and curve; the first time this begins the model',
      body: wire.NewSettings,
      answer: wire.Kept,
      handle: ({ scope, by, language, body }) => service.keepSettings(deps, { scope, by, language }, body),
    }),
    inWorkspace({
      method: 'post',
      path: '/api/v1/value/reviews',
      summary: 'Say that the model was read through and still stands',
      body: wire.NewReview,
      handle: ({ scope, by, language, body }) => service.reviewValue(deps, { scope, by, language }, body),
    }),
    inWorkspace({
      method: 'post',
      path: '/api/v1/value/measure',
      summary: 'What a figure is now, as evidence for a number of the model',
      body: wire.AskFigure,
      answer: wire.FigureFound,
      statuses: STATUSES,
      handle: ({ scope, language, body }) => measureFigure(deps, scope, body, language),
    }),
    inWorkspace({
      method: 'get',
      path: '/api/v1/value/proofs',
      summary: 'Proofs that have their verdict, with the share due that follows from it',
      answer: wire.ProofsOffered,
      handle: async ({ scope, language }) => yes({ items: [...(await proofsOffered(deps, scope, language))] }),
    }),
  ];
}

function lineRoutes(deps: ValueDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'post',
      path: '/api/v1/value/lines',
      summary: 'Add a line, in or out',
      body: wire.KeepLine,
      answer: wire.Made,
      statuses: STATUSES,
      handle: ({ scope, by, language, body }) => service.keepLine(deps, { scope, by, language }, undefined, body),
    }),
    inWorkspace({
      method: 'put',
      path: '/api/v1/value/lines/{lineId}',
      summary: 'Change a line',
      params: wire.LineParams,
      body: wire.KeepLine,
      answer: wire.Made,
      statuses: STATUSES,
      handle: ({ scope, by, language, params, body }) =>
        service.keepLine(deps, { scope, by, language }, params.lineId, body),
    }),
    inWorkspace({
      method: 'post',
      path: '/api/v1/value/lines/{lineId}/remove',
      summary: 'Take a line out of the model',
      params: wire.LineParams,
      body: wire.TakeAway,
      answer: wire.Kept,
      handle: ({ scope, by, language, params, body }) =>
        service.removeLine(deps, { scope, by, language }, params.lineId, body),
    }),
  ];
}

function scenarioRoutes(deps: ValueDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'post',
      path: '/api/v1/value/scenarios',
      summary: 'Add a scenario: other ranges for some inputs',
      body: wire.KeepScenario,
      answer: wire.Made,
      statuses: STATUSES,
      handle: ({ scope, by, language, body }) => service.keepScenario(deps, { scope, by, language }, undefined, body),
    }),
    inWorkspace({
      method: 'put',
      path: '/api/v1/value/scenarios/{scenarioId}',
      summary: 'Change a scenario',
      params: wire.ScenarioParams,
      body: wire.KeepScenario,
      answer: wire.Made,
      statuses: STATUSES,
      handle: ({ scope, by, language, params, body }) =>
        service.keepScenario(deps, { scope, by, language }, params.scenarioId, body),
    }),
    inWorkspace({
      method: 'post',
      path: '/api/v1/value/scenarios/{scenarioId}/remove',
      summary: 'Take a scenario away',
      params: wire.ScenarioParams,
      body: wire.TakeAway,
      answer: wire.Kept,
      handle: ({ scope, by, language, params, body }) =>
        service.removeScenario(deps, { scope, by, language }, params.scenarioId, body),
    }),
  ];
}
