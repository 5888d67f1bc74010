import type { FunctionName } from '#kernel/actor.ts';
import { yes } from '#kernel/result.ts';
import type { Route } from '#platform/http/index.ts';
import { inWorkspace } from '#platform/http/index.ts';
import type { ActionsDeps } from './service.ts';
import * as service from './service.ts';
import { actionList } from './views.ts';
import * as wire from './wire.ts';

/** Whoever works in the field, and whoever pilots it, says what acts serve. */
const SORTERS: readonly FunctionName[] = ['pilot', 'host', 'moderator'];

/** What the field does, and what it serves. */
export function actionRoutes(deps: ActionsDeps): readonly Route[] {
  return [...readingRoutes(deps), ...sortingRoutes(deps), ...handRoutes(deps)];
}

function readingRoutes({ database, clock }: ActionsDeps): readonly Route[] {
  const maySort = (functions: readonly FunctionName[]): boolean => functions.some((one) => SORTERS.includes(one));
  return [
    inWorkspace({
      method: 'get',
      path: '/api/v1/actions/found',
      summary: 'Messages of the team that nobody has sorted, each with the mandate its rule proposes',
      query: wire.FoundQuery,
      answer: wire.FoundList,
      handle: ({ scope, query, functions }) =>
        database.inScope(scope, async (db) =>
          yes({ ...(await service.foundActions(db, clock.now(), query)), can: { sort: maySort(functions) } }),
        ),
    }),
    inWorkspace({
      method: 'get',
      path: '/api/v1/actions/effort',
      summary: 'What the acts of the field served: tied and off-plan shares, minutes, hosts with a live mandate',
      query: wire.EffortQuery,
      answer: wire.Effort,
      handle: ({ scope, query }) =>
        database.inScope(scope, async (db) => {
          const { span, shares: found, coverage } = await service.effortOf(db, clock.now(), query);
          const { share, offplanShare, minutes, ...counted } = found;
          const shares = { tiedShare: share ?? null, offplanShare: offplanShare ?? null };
          return yes({ ...span, counted, ...shares, minutes, coverage });
        }),
    }),
    inWorkspace({
      method: 'get',
      path: '/api/v1/actions',
      summary: 'Acts that were sorted or written down, the newest first',
      query: wire.ActionsQuery,
      answer: wire.ActionList,
      handle: ({ scope, query, functions }) =>
        database.inScope(scope, async (db) =>
          yes({ ...(await actionList(db, query)), can: { log: maySort(functions) } }),
        ),
    }),
  ];
}

function sortingRoutes(deps: ActionsDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'post',
      path: '/api/v1/actions/sort',
      summary: 'Say what messages of the team serve',
      body: wire.Sorting,
      answer: wire.Sorted,
      handle: ({ scope, by, body }) => service.sortActions(deps, scope, by, body),
    }),
    inWorkspace({
      method: 'post',
      path: '/api/v1/actions/unsort',
      summary: 'Take back what was just sorted',
      body: wire.Unsorting,
      answer: wire.Unsorted,
      handle: async ({ scope, by, body }) => yes(await service.unsortActions(deps, scope, by, body.ids)),
    }),
  ];
}

function handRoutes(deps: ActionsDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'post',
      path: '/api/v1/actions',
      summary: 'Write an act down by hand',
      body: wire.NewAction,
      answer: wire.MadeAction,
      handle: ({ scope, by, body }) => service.logAction(deps, scope, by, body),
    }),
    inWorkspace({
      method: 'patch',
      path: '/api/v1/actions/{actionId}',
      summary: 'Change what an act serves, its minutes or its note',
      params: wire.ActionParams,
      body: wire.ActionPatch,
      handle: ({ params, body, ...doing }) => service.changeAction(deps, doing, params.actionId, body),
    }),
    inWorkspace({
      method: 'delete',
      path: '/api/v1/actions/{actionId}',
      summary: 'Take an act out',
      params: wire.ActionParams,
      handle: ({ scope, by, params }) => service.removeAction(deps, scope, by, params.actionId),
    }),
  ];
}
