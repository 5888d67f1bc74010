import { no } from '#kernel/result.ts';
import type { Route } from '#platform/http/index.ts';
import { atDoor } from '#platform/http/index.ts';
import type { Sessions } from './service.ts';
import { SessionList, SessionParams } from './wire.ts';

const signInFirst = no('http/sign_in_first');

/** Where somebody is signed in, and ending it there. */
export function sessionRoutes(sessions: Sessions): readonly Route[] {
  return [
    atDoor({
      method: 'get',
      path: '/api/v1/sessions',
      summary: 'Where you are signed in',
      answer: SessionList,
      async handle({ actor }) {
        if (actor.kind !== 'person') return signInFirst;
        const lines = await sessions.list(actor.personId);
        const items = lines.map((line) => ({
          id: line.id,
          device: line.device,
          address: line.address,
          madeAt: line.madeAt.toISOString(),
          seenAt: line.seenAt.toISOString(),
          isThis: line.id === actor.sessionId,
        }));
        return { ok: true, value: { items } };
      },
    }),
    atDoor({
      method: 'delete',
      path: '/api/v1/sessions/{sessionId}',
      summary: 'Sign out of one device',
      params: SessionParams,
      async handle({ actor, params }) {
        if (actor.kind !== 'person') return signInFirst;
        const ended = await sessions.end(actor.personId, params.sessionId);
        return ended ? { ok: true, value: undefined } : no('http/not_found');
      },
    }),
    atDoor({
      method: 'delete',
      path: '/api/v1/sessions',
      summary: 'Sign out of every other device',
      async handle({ actor }) {
        if (actor.kind !== 'person') return signInFirst;
        await sessions.endOthers(actor.personId, actor.sessionId);
        return { ok: true, value: undefined };
      },
    }),
    atDoor({
      method: 'post',
      path: '/api/v1/sign-out',
      summary: 'Sign out here',
      async handle({ actor }) {
        if (actor.kind === 'person') await sessions.end(actor.personId, actor.sessionId);
        return { ok: true, value: undefined, headers: [sessions.goodbye()] };
      },
    }),
  ];
}
