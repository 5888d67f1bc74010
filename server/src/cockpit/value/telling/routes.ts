import { yes } from '#kernel/result.ts';
import type { Route } from '#platform/http/index.ts';
import { inWorkspace } from '#platform/http/index.ts';
import type { TellingDeps } from './service.ts';
import * as service from './service.ts';
import * as wire from './wire.ts';

/** Reading the value model and its versions. */
export function tellingRoutes(deps: TellingDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'get',
      path: '/api/v1/value',
      summary: 'The value model: lines with their ranges and sources, scenarios',
      query: wire.VersionQuery,
      answer: wire.ValueView,
      handle: ({ scope, functions, language, query }) =>
        service.readValue(deps, { scope, functions, language }, query.version),
    }),
    inWorkspace({
      method: 'get',
      path: '/api/v1/value/versions',
      summary: 'The last versions of the value model, who changed what, and who read it through',
      answer: wire.HistoryView,
      handle: async ({ scope, functions, language }) =>
        yes(await service.readHistory(deps, { scope, functions, language })),
    }),
  ];
}
