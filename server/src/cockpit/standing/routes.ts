import { z } from 'zod';
import type { Route } from '#platform/http/index.ts';
import { inWorkspace } from '#platform/http/index.ts';
import { membersAtRisk, standing, type StandingDeps } from './service.ts';
import * as wire from './wire.ts';

/** Where members stand, one by one: for those who work with members by name. */
export function standingRoutes(deps: StandingDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'get',
      path: '/api/v1/figures/at_risk/members',
      summary: 'Members whose silence is longer than their rhythm explains',
      query: wire.AtRiskQuery,
      answer: wire.AtRiskMembers,
      handle: ({ scope, query }) => membersAtRisk(deps, scope, query),
    }),
    inWorkspace({
      method: 'get',
      path: '/api/v1/members/{memberId}/standing',
      summary: 'Where a member stands between arriving and leaving, and why',
      params: z.object({ memberId: z.uuid() }),
      answer: wire.MemberStanding,
      handle: ({ scope, params }) => standing(deps, scope, params.memberId),
    }),
  ];
}
