import { yes } from '#kernel/result.ts';
import type { Route } from '#platform/http/index.ts';
import { inWorkspace } from '#platform/http/index.ts';
import type { LoopDeps } from './service.ts';
import * as service from './service.ts';
import {
  ChooseSilence,
  HeardOfMember,
  InsightParams,
  LoopList,
  LoopView,
  MemberParams,
  Tell,
  ToldParams,
} from './wire.ts';

/** The loop: members who asked are told what became of it, where they asked. */
export function loopRoutes(deps: LoopDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'get',
      path: '/api/v1/loop',
      summary: 'What there is to tell members, and how far it was told',
      answer: LoopList,
      handle: async ({ scope, actor, functions }) => yes(await service.loopList(deps, scope, actor, functions)),
    }),
    inWorkspace({
      method: 'get',
      path: '/api/v1/loop/{insightId}',
      summary: 'Whom to tell of one insight, where, and with which words',
      params: InsightParams,
      answer: LoopView,
      handle: ({ scope, functions, params }) => service.loopView(deps, scope, functions, params.insightId),
    }),
    inWorkspace({
      method: 'post',
      path: '/api/v1/loop/{insightId}/told',
      summary: 'Mark a member as told',
      params: InsightParams,
      body: Tell,
      handle: ({ scope, by, params, body }) => service.tellMember(deps, scope, by, params.insightId, body),
    }),
    inWorkspace({
      method: 'delete',
      path: '/api/v1/loop/{insightId}/told/{memberId}',
      summary: 'Take back that a member was told',
      params: ToldParams,
      handle: ({ scope, by, params }) => service.untellMember(deps, scope, by, params.insightId, params.memberId),
    }),
    inWorkspace({
      method: 'get',
      path: '/api/v1/members/{memberId}/heard',
      summary: 'What a member said that came up, what became of it, and what he was told',
      params: MemberParams,
      answer: HeardOfMember,
      handle: ({ params, ...asking }) => service.memberHeard(deps, asking, params.memberId),
    }),
    inWorkspace({
      method: 'put',
      path: '/api/v1/members/{memberId}/silence',
      summary: 'Whether a member is told about what he asks',
      params: MemberParams,
      body: ChooseSilence,
      handle: ({ scope, by, params, body }) => service.chooseSilence(deps, scope, by, params.memberId, body.silent),
    }),
  ];
}
