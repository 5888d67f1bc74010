import { z } from 'zod';
import { no, yes } from '#kernel/result.ts';
import type { Route } from '#platform/http/index.ts';
import { atDoor, inWorkspace } from '#platform/http/index.ts';
import type { DemonstrationDeps } from './service.ts';
import { isBuilt, openDemonstration, removeDemonstration } from './service.ts';

/** The made-up community: in one click, and away in one click. */
export function demonstrationRoutes(deps: DemonstrationDeps): readonly Route[] {
  return [
    atDoor({
      method: 'post',
      path: '/api/v1/demonstration',
      summary: 'Open a workspace with the made-up community',
      answer: z.object({ slug: z.string() }),
      handle: async ({ actor, language }) =>
        actor.kind === 'person' ? openDemonstration(deps, actor.personId, language) : no('http/sign_in_first'),
    }),
    inWorkspace({
      method: 'get',
      path: '/api/v1/demonstration',
      summary: 'Whether the made-up community is wholly there',
      answer: z.object({ isBuilt: z.boolean() }),
      handle: async ({ scope }) => yes({ isBuilt: await isBuilt(deps, scope) }),
    }),
    inWorkspace({
      method: 'post',
      path: '/api/v1/demonstration/remove',
      summary: 'Take the demonstration away with everything in it',
      handle: ({ scope }) => removeDemonstration(deps, scope),
    }),
  ];
}
