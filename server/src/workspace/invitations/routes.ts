import { no } from '#kernel/result.ts';
import type { Database } from '#platform/db/index.ts';
import type { Answer, DoorCall, Route } from '#platform/http/index.ts';
import { atDoor, inWorkspace } from '#platform/http/index.ts';
import type { Sessions } from '#workspace/sessions/index.ts';
import type { Invitations } from './service.ts';
import { openInvitations } from './views.ts';
import {
  AcceptInvitation,
  InvitationParams,
  InvitationPreview,
  InvitationsPage,
  MadeInvitation,
  NewInvitation,
  TokenParams,
} from './wire.ts';

interface RouteDeps {
  readonly database: Database;
  readonly invitations: Invitations;
  readonly sessions: Sessions;
}

const GONE = { 'team/invitation_gone': 404 } as const;

/** Inviting colleagues, and taking an invitation up. */
export function invitationRoutes(deps: RouteDeps): readonly Route[] {
  return [...insideRoutes(deps), ...doorRoutes(deps)];
}

function insideRoutes({ database, invitations }: RouteDeps): readonly Route[] {
  return [
    inWorkspace({
      method: 'get',
      path: '/api/v1/team/invitations',
      summary: 'Invitations that wait for an answer',
      answer: InvitationsPage,
      async handle({ scope }) {
        const open = await database.inScope(scope, openInvitations);
        const items = open.map((one) => ({
          id: one.id,
          email: one.email,
          functions: [...one.functions],
          ...(one.title === undefined ? {} : { title: one.title }),
          inviterName: one.inviterName,
          createdAt: one.createdAt.toISOString(),
          expiresAt: one.expiresAt.toISOString(),
        }));
        return { ok: true, value: { items } };
      },
    }),
    inWorkspace({
      method: 'post',
      path: '/api/v1/team/invitations',
      summary: 'Invite a colleague',
      body: NewInvitation,
      answer: MadeInvitation,
      async handle({ scope, by, functions, body: { title, ...asked } }) {
        const made = await invitations.invite(scope, by, functions, {
          ...asked,
          ...(title === undefined ? {} : { title }),
        });
        return made.ok ? { ok: true, status: 201, value: made.value } : made;
      },
    }),
    inWorkspace({
      method: 'delete',
      path: '/api/v1/team/invitations/{invitationId}',
      summary: 'Take an invitation back',
      params: InvitationParams,
      handle: ({ scope, by, params }) => invitations.revoke(scope, by, params.invitationId),
    }),
  ];
}

function doorRoutes(deps: RouteDeps): readonly Route[] {
  return [
    atDoor({
      method: 'get',
      path: '/api/v1/invitations/{token}',
      summary: 'What an invitation says',
      params: TokenParams,
      answer: InvitationPreview,
      statuses: GONE,
      async handle({ params }) {
        const open = await deps.invitations.preview(params.token);
        if (!open.ok) return open;
        const { workspaceName, inviterName, email, functions, title, expiresAt, hasAccount } = open.value;
        const said = { workspaceName, inviterName, email, functions: [...functions], hasAccount };
        const more = title === undefined ? {} : { title };
        return { ok: true, value: { ...said, ...more, expiresAt: expiresAt.toISOString() } };
      },
    }),
    atDoor({
      method: 'post',
      path: '/api/v1/invitations/{token}/accept',
      summary: 'Take an invitation up, signed in or as somebody new',
      params: TokenParams,
      body: AcceptInvitation,
      statuses: GONE,
      handle: (call) => accept(deps, call),
    }),
  ];
}

async function accept(
  { invitations, sessions }: RouteDeps,
  { actor, params, body, raw, address }: DoorCall<{ token: string }, undefined, AcceptInvitation>,
): Promise<Answer<unknown>> {
  if (actor.kind === 'person') return invitations.acceptAs(params.token, actor.personId);
  if (body.newcomer === undefined) return no('http/sign_in_first');
  const person = await invitations.acceptNew(params.token, body.newcomer);
  if (!person.ok) return person;
  const begun = await sessions.begin({ personId: person.value.id, language: person.value.language }, { raw, address });
  return { ok: true, value: undefined, headers: [begun.header] };
}
