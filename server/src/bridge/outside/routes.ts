import type { Route } from '#platform/http/index.ts';
import { atDoor } from '#platform/http/index.ts';
import type { OutsideDeps } from './service.ts';
import { answerOutside, outsideView } from './service.ts';
import { AnswerOutside, OutsideView, TokenParams } from './wire.ts';

const GONE = { 'decide/link_gone': 404, 'decide/link_used': 410, 'decide/link_over': 410 } as const;

/** Deciding from outside, by a link that works once. */
export function outsideRoutes(deps: OutsideDeps): readonly Route[] {
  return [
    atDoor({
      method: 'get',
      path: '/api/v1/decide/{token}',
      summary: 'What somebody outside is asked to decide',
      params: TokenParams,
      answer: OutsideView,
      statuses: GONE,
      handle: ({ params }) => outsideView(deps, params.token),
    }),
    atDoor({
      method: 'post',
      path: '/api/v1/decide/{token}',
      summary: 'Decide, once',
      params: TokenParams,
      body: AnswerOutside,
      statuses: GONE,
      handle: ({ params, body }) => answerOutside(deps, params.token, body),
    }),
  ];
}
