import type { Route } from '#platform/http/index.ts';
import { inWorkspace } from '#platform/http/index.ts';
import type { ResultsDeps } from './service.ts';
import { readResults } from './service.ts';
import * as wire from './wire.ts';

/** What the model comes to. */
export function resultRoutes(deps: ResultsDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'get',
      path: '/api/v1/value/results',
      summary: 'What the value model comes to: ranges, chance of paying back, levers, scenarios',
      query: wire.VersionQuery,
      answer: wire.ResultsView,
      handle: ({ scope, query }) => readResults(deps, scope, query.version),
    }),
  ];
}
