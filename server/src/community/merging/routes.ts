import { z } from 'zod';
import { yes } from '#kernel/result.ts';
import type { Route } from '#platform/http/index.ts';
import { inWorkspace } from '#platform/http/index.ts';
import type { MergingDeps } from './service.ts';
import * as service from './service.ts';
import { mergeSuggestions } from './views.ts';
import * as wire from './wire.ts';

/** Members that may be one person: suggest, merge, undo, refuse. */
export function mergingRoutes(deps: MergingDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'get',
      path: '/api/v1/merge-suggestions',
      summary: 'Members that may be one person, with the reason',
      query: wire.SuggestionsQuery,
      answer: wire.SuggestionsView,
      handle: async ({ scope, query }) => yes(await deps.database.inScope(scope, (db) => mergeSuggestions(db, query))),
    }),
    inWorkspace({
      method: 'post',
      path: '/api/v1/merges',
      summary: 'Make two members one',
      body: wire.NewMerge,
      answer: z.object({ id: z.uuid() }),
      handle: ({ scope, by, body }) => service.mergeMembers(deps, scope, by, body),
    }),
    inWorkspace({
      method: 'post',
      path: '/api/v1/merges/{mergeId}/undo',
      summary: 'Undo a merge',
      params: z.object({ mergeId: z.uuid() }),
      handle: ({ scope, by, params }) => service.undoMerge(deps, scope, by, params.mergeId),
    }),
    inWorkspace({
      method: 'post',
      path: '/api/v1/merge-refusals',
      summary: 'Say that two members are two people',
      body: wire.NewRefusal,
      handle: ({ scope, by, body }) => service.refuseMerge(deps, scope, by, body),
    }),
  ];
}
