import { yes } from '#kernel/result.ts';
import type { Route } from '#platform/http/index.ts';
import { inWorkspace } from '#platform/http/index.ts';
import type { CheckDeps } from '#rocket/check/index.ts';
import { firstReview, paths } from './service.ts';
import * as wire from './wire.ts';

/** The way to the whole rocket, and the first page to show. */
export function pathRoutes(deps: CheckDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'get',
      path: '/api/v1/rocket/path',
      summary: 'The steps to the whole rocket and to a first proof, each as the data show it',
      answer: wire.PathView,
      handle: async ({ scope }) => yes(await paths(deps, scope)),
    }),
    inWorkspace({
      method: 'get',
      path: '/api/v1/rocket/review',
      summary: 'A first review of the last 90 days: objectives, what was heard, decided, and what it cost',
      answer: wire.ReviewView,
      handle: async ({ scope }) => yes(await firstReview(deps, scope)),
    }),
  ];
}
