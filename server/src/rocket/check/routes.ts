import { yes } from '#kernel/result.ts';
import type { Route } from '#platform/http/index.ts';
import { inWorkspace } from '#platform/http/index.ts';
import type { CheckDeps } from './service.ts';
import { checkPage, resetBounds, setBounds } from './service.ts';
import * as wire from './wire.ts';

/** The rocket check and its bounds. */
export function checkRoutes(deps: CheckDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'get',
      path: '/api/v1/rocket/check',
      summary:
        'Which stage of the rocket is missing, from traces: indicators, bands, sentence, position, months before',
      answer: wire.CheckView,
      handle: async ({ scope, functions }) => yes(await checkPage(deps, scope, functions)),
    }),
    inWorkspace({
      method: 'put',
      path: '/api/v1/rocket/bounds/{indicator}',
      summary: 'Set the bounds of an indicator for this workspace, with the reason',
      params: wire.BoundsParams,
      body: wire.NewBounds,
      handle: ({ params, body, ...doing }) => setBounds(deps, doing, params.indicator, body),
    }),
    inWorkspace({
      method: 'delete',
      path: '/api/v1/rocket/bounds/{indicator}',
      summary: 'Go back to the house’s own bounds of an indicator',
      params: wire.BoundsParams,
      handle: ({ scope, by, params }) => resetBounds(deps, scope, by, params.indicator),
    }),
  ];
}
