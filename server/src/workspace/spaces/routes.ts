import { no } from '#kernel/result.ts';
import type { Route } from '#platform/http/index.ts';
import { atDoor, inWorkspace } from '#platform/http/index.ts';
import type { Spaces } from './service.ts';
import { ChangeSpace, NewSpace, SpaceView } from './wire.ts';

/** Opening workspaces, and the settings of one. */
export function spaceRoutes(spaces: Spaces): readonly Route[] {
  return [
    atDoor({
      method: 'post',
      path: '/api/v1/workspaces',
      summary: 'Open a workspace',
      body: NewSpace,
      answer: SpaceView,
      async handle({ actor, body }) {
        if (actor.kind !== 'person') return no('http/sign_in_first');
        const opened = await spaces.open(actor.personId, body);
        return opened.ok ? { ok: true, status: 201, value: opened.value } : opened;
      },
    }),
    inWorkspace({
      method: 'patch',
      path: '/api/v1/workspace',
      summary: 'Change the name, zone or language of this workspace',
      body: ChangeSpace,
      answer: SpaceView,
      handle: ({ scope, by, body: { name, zone, language } }) =>
        spaces.change(scope, by, {
          ...(name === undefined ? {} : { name }),
          ...(zone === undefined ? {} : { zone }),
          ...(language === undefined ? {} : { language }),
        }),
    }),
  ];
}
