import { yes } from '#kernel/result.ts';
import type { Route } from '#platform/http/index.ts';
import { inWorkspace } from '#platform/http/index.ts';
import type { VisionDeps } from './service.ts';
import * as service from './service.ts';
import * as wire from './wire.ts';

/** What the community is for: its versions, writing one, confirming it. */
export function visionRoutes(deps: VisionDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'get',
      path: '/api/v1/vision',
      summary: 'What the community is for: every version, and who confirmed it',
      answer: wire.VisionView,
      handle: async ({ scope, functions }) =>
        yes(await deps.database.inScope(scope, (db) => service.visionNow(db, deps.clock.now(), functions))),
    }),
    inWorkspace({
      method: 'post',
      path: '/api/v1/vision',
      summary: 'Write the next version of the vision',
      body: wire.NewVision,
      answer: wire.MadeVision,
      handle: ({ scope, by, body }) => service.writeVision(deps, scope, by, body),
    }),
    inWorkspace({
      method: 'post',
      path: '/api/v1/vision/confirm',
      summary: 'Confirm the vision as it stands',
      body: wire.ConfirmVision,
      handle: ({ scope, by, body }) => service.confirmVision(deps, scope, by, body.number),
    }),
  ];
}
