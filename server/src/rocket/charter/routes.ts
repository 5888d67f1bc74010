import { yes } from '#kernel/result.ts';
import type { Route } from '#platform/http/index.ts';
import { inWorkspace } from '#platform/http/index.ts';
import type { CharterDeps } from './service.ts';
import { charterPage, setLetter, takeProposal } from './service.ts';
import * as wire from './wire.ts';

/** Who holds what, beside who was seen doing it. */
export function charterRoutes(deps: CharterDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'get',
      path: '/api/v1/charter',
      summary: 'Who holds which responsibility, beside what the record shows of the last 90 days',
      answer: wire.CharterView,
      handle: async ({ scope, functions }) => yes(await charterPage(deps, scope, functions)),
    }),
    inWorkspace({
      method: 'post',
      path: '/api/v1/charter/proposal',
      summary: 'Fill what the charter does not say yet with who usually holds it',
      answer: wire.Proposed,
      handle: ({ scope, by }) => takeProposal(deps, scope, by),
    }),
    inWorkspace({
      method: 'put',
      path: '/api/v1/charter/{responsibility}',
      summary: 'Give a function or a person a letter in one line of the charter, or take it away',
      params: wire.LineParams,
      body: wire.SetLetter,
      handle: ({ scope, by, params, body }) => setLetter(deps, scope, by, params.responsibility, body),
    }),
  ];
}
