import { yes } from '#kernel/result.ts';
import type { Route } from '#platform/http/index.ts';
import { inWorkspace } from '#platform/http/index.ts';
import type { CheckDeps } from '#rocket/check/index.ts';
import { createAwaiting } from './service.ts';
import { AwaitingView } from './wire.ts';

/** What the navigation shows. */
export function awaitingRoutes(deps: CheckDeps): readonly Route[] {
  const awaiting = createAwaiting(deps);
  return [
    inWorkspace({
      method: 'get',
      path: '/api/v1/awaiting',
      summary: 'What awaits whoever asks, by page, and how the stages of the rocket stand',
      answer: AwaitingView,
      handle: async ({ scope, by, functions }) => yes(await awaiting.ofCaller(scope, by, functions)),
    }),
  ];
}
