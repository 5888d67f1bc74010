import { yes } from '#kernel/result.ts';
import type { Route } from '#platform/http/index.ts';
import { inWorkspace } from '#platform/http/index.ts';
import { smallestGroupOf } from './lookup.ts';
import { seesFew } from './policy.ts';
import type { PrivacyDeps } from './service.ts';
import { changeSmallestGroup } from './service.ts';
import { ChangePrivacy, PrivacyView } from './wire.ts';

/** What is kept from whom. */
export function privacyRoutes(deps: PrivacyDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'get',
      path: '/api/v1/privacy',
      summary: 'From how many persons on a number may be shown to everybody',
      answer: PrivacyView,
      handle: async ({ scope, functions, actor }) =>
        yes({
          smallestGroup: await deps.database.inScope(scope, smallestGroupOf),
          can: { change: functions.includes('admin'), seeFew: seesFew(actor) },
        }),
    }),
    inWorkspace({
      method: 'patch',
      path: '/api/v1/privacy',
      summary: 'Change that number',
      body: ChangePrivacy,
      handle: async ({ scope, by, body }) => yes(await changeSmallestGroup(deps, scope, by, body.smallestGroup)),
    }),
  ];
}
