import { yes } from '#kernel/result.ts';
import type { Route } from '#platform/http/index.ts';
import { inWorkspace } from '#platform/http/index.ts';
import type { CheckDeps } from '#rocket/check/index.ts';
import { checkNow } from '#rocket/check/index.ts';
import { PathView } from '#rocket/steps/index.ts';
import { firstReview } from './service.ts';
import * as wire from './wire.ts';

/** The way to the whole rocket, and the first page to show. */
export function pathRoutes(deps: CheckDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'get',
      path: '/api/v1/rocket/path',
      summary: 'The steps to the whole rocket and to a first proof, each as the data show it',
      answer: PathView,
      handle: async ({ scope }) => yes((await checkNow(deps, scope)).path),
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
