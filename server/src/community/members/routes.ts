import { z } from 'zod';
import { no, yes } from '#kernel/result.ts';
import type { FunctionName } from '#kernel/actor.ts';
import type { Route } from '#platform/http/index.ts';
import { inWorkspace } from '#platform/http/index.ts';
import type { MembersDeps } from './service.ts';
import * as service from './service.ts';
import * as views from './views.ts';
import * as wire from './wire.ts';

const MemberParams = z.object({ memberId: z.uuid() });

const EDITORS: readonly FunctionName[] = ['pilot', 'host', 'admin'];
const ERASERS: readonly FunctionName[] = ['pilot', 'admin'];

/** Members: who is who, what they wrote, who is staff. */
export function memberRoutes(deps: MembersDeps): readonly Route[] {
  return [...reading(deps), ...changing(deps), ...affiliating(deps), ...ruling(deps)];
}

function reading({ database }: MembersDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'get',
      path: '/api/v1/members',
      summary: 'Members, by name, place, kind and organisation',
      query: wire.MembersQuery,
      answer: wire.MembersView,
      handle: async ({ scope, query }) => yes(await database.inScope(scope, (db) => views.memberList(db, query))),
    }),
    inWorkspace({
      method: 'get',
      path: '/api/v1/members/{memberId}',
      summary: 'One member with identities, affiliations and merges',
      params: MemberParams,
      answer: wire.MemberView,
      handle: async ({ scope, params, functions }) => {
        const page = await database.inScope(scope, (db) => views.memberPage(db, params.memberId));
        if (page === undefined) return no('http/not_found');
        const isOpen = page.erasedAt === null && page.mergedInto === null;
        const may = (allowed: readonly FunctionName[]): boolean =>
          isOpen && functions.some((one) => allowed.includes(one));
        return yes({ ...page, can: { edit: may(EDITORS), merge: may(EDITORS), erase: may(ERASERS) } });
      },
    }),
    inWorkspace({
      method: 'get',
      path: '/api/v1/members/{memberId}/timeline',
      summary: 'What a member wrote across places, latest first',
      params: MemberParams,
      query: wire.TimelineQuery,
      answer: wire.TimelineView,
      handle: ({ scope, params, query }) =>
        database.inScope(scope, async (db) => {
          if (!(await views.hasMember(db, params.memberId))) return no('http/not_found');
          return yes(await views.timeline(db, params.memberId, query));
        }),
    }),
  ];
}

function changing(deps: MembersDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'patch',
      path: '/api/v1/members/{memberId}',
      summary: 'Rename a member, or say by hand whether he is staff or a bot',
      params: MemberParams,
      body: wire.MemberPatch,
      handle: ({ scope, by, language, params, body }) =>
        service.patchMember(deps, { scope, by, language }, params.memberId, body),
    }),
  ];
}

function affiliating(deps: MembersDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'post',
      path: '/api/v1/members/{memberId}/affiliations',
      summary: 'Say which organisation a member belongs to, and when',
      params: MemberParams,
      body: wire.NewAffiliation,
      answer: z.object({ id: z.uuid() }),
      handle: ({ scope, by, params, body }) => service.addAffiliation(deps, scope, by, params.memberId, body),
    }),
    inWorkspace({
      method: 'delete',
      path: '/api/v1/members/{memberId}/affiliations/{affiliationId}',
      summary: 'Take an affiliation back',
      params: MemberParams.extend({ affiliationId: z.uuid() }),
      handle: ({ scope, by, params }) =>
        service.removeAffiliation(deps, scope, by, params.memberId, params.affiliationId),
    }),
  ];
}

function ruling(deps: MembersDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'get',
      path: '/api/v1/staff-rules',
      summary: 'Domains and lists that make staff',
      answer: wire.StaffRules,
      handle: async ({ scope }) => yes(await deps.database.inScope(scope, views.staffRules)),
    }),
    inWorkspace({
      method: 'put',
      path: '/api/v1/staff-rules',
      summary: 'Replace the domains and lists that make staff',
      body: wire.StaffRules,
      answer: z.object({ changed: z.number().int() }),
      handle: ({ scope, by, body }) => service.setStaffRules(deps, scope, by, body),
    }),
  ];
}
