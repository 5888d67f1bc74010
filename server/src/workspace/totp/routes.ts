import { no } from '#kernel/result.ts';
import type { Route } from '#platform/http/index.ts';
import { atDoor } from '#platform/http/index.ts';
import type { Totp } from './service.ts';
import { ByPassword, Confirmation, Enrolment, RecoveryCodes } from './wire.ts';

const ALREADY = { 'sign-in/totp_already_exists': 409 } as const;
const signInFirst = no('http/sign_in_first');

/** Turning the second step of sign-in on and off, for oneself. */
export function totpRoutes(totp: Totp): readonly Route[] {
  return [
    atDoor({
      method: 'post',
      path: '/api/v1/me/totp',
      summary: 'Begin to set up codes at sign-in',
      body: ByPassword,
      answer: Enrolment,
      statuses: ALREADY,
      handle: async ({ actor, body, address }) =>
        actor.kind === 'person' ? totp.enrol(actor.personId, body.password, address) : signInFirst,
    }),
    atDoor({
      method: 'post',
      path: '/api/v1/me/totp/confirm',
      summary: 'Turn codes at sign-in on, by a first code',
      body: Confirmation,
      answer: RecoveryCodes,
      statuses: ALREADY,
      async handle({ actor, body, address }) {
        if (actor.kind !== 'person') return signInFirst;
        const codes = await totp.confirm(actor.personId, body.code, address);
        return codes.ok ? { ok: true, value: { codes: [...codes.value] } } : codes;
      },
    }),
    atDoor({
      method: 'post',
      path: '/api/v1/me/totp/remove',
      summary: 'Turn codes at sign-in off',
      body: ByPassword,
      handle: async ({ actor, body, address }) =>
        actor.kind === 'person' ? totp.remove(actor.personId, body.password, address) : signInFirst,
    }),
  ];
}
