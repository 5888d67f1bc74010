import type { By, FunctionName } from '#kernel/actor.ts';
import { newId } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database, Scoped } from '#platform/db/index.ts';
import { record } from '#workspace/audit/index.ts';
import type { Door } from '#workspace/doors/index.ts';
import { findDoor, newToken, putDoor, removeDoors, tokenHash } from '#workspace/doors/index.ts';
import { checkPassword, hashPassword } from '#workspace/passwords/index.ts';
import type { Person } from '#workspace/people/index.ts';
import { insertPerson, personByEmail, personById } from '#workspace/people/index.ts';
import { insertColleague, mayGive, tidy } from '#workspace/team/index.ts';
import { isColleague } from '#workspace/team/lookup.ts';
import type { Invitation, Preview } from './model.ts';
import { KIND, VALID_MS } from './rules.ts';
import { insertInvitation, markAccepted, openInvitation, revoke } from './store.ts';

export interface InvitationsDeps {
  readonly database: Database;
  readonly clock: Clock;
}

export interface NewInvitation {
  readonly email: string;
  readonly functions: readonly FunctionName[];
  readonly title?: string;
}

/** Somebody new, as he presents himself; without a password he signs in by OpenID Connect. */
export interface Newcomer {
  readonly name: string;
  readonly language: Language;
  readonly password?: string;
}

type InviteCode = 'team/above_you' | 'team/already_exists' | 'http/not_allowed';
type AcceptCode =
  | 'team/invitation_gone'
  | 'team/other_email'
  | 'team/account_exists'
  | 'team/already_exists'
  | 'sign-in/password_short'
  | 'sign-in/password_common';

export type Invitations = ReturnType<typeof createInvitations>;

/** Invitations: bound to a workspace, an e-mail and functions; 7 days, one use, never above the one who invites. */
export function createInvitations(deps: InvitationsDeps) {
  const { database, clock } = deps;
  return {
    /** Answers the token once: only its hash is kept. A former invitation to the same e-mail stops working. */
    async invite(scope: Scope, by: By, giver: readonly FunctionName[], asked: NewInvitation) {
      if (!mayGive(giver, asked.functions)) return no('team/above_you');
      return database.inScope(scope, (db) => invite(db, by, clock.now(), asked));
    },

    revoke: (scope: Scope, by: By, id: string) =>
      database.inScope(scope, async (db): Promise<Result<void, 'http/not_found'>> => {
        const now = clock.now();
        const [revoked] = await forgetOpen(db, { id }, now);
        if (revoked === undefined) return no('http/not_found');
        await record(db, by, now, { action: 'invitation.revoked', objectType: 'invitation', objectId: id });
        return yes(undefined);
      }),

    /** What the link says, and whether its person already has an account here. */
    preview: (token: string) =>
      behind(deps, token, async (db, open) => {
        const account = await personByEmail(db.tx, open.email);
        return yes({ ...open, hasAccount: account !== undefined });
      }),

    /** For somebody signed in: his e-mail must be the invited one. */
    acceptAs: (token: string, personId: string) =>
      behind(deps, token, async (db, open): Promise<Result<void, AcceptCode>> => {
        const person = await personById(db.tx, personId);
        if (person?.email !== open.email) return no('team/other_email', { email: open.email });
        return takeSeat(db, open, personId, clock.now());
      }),

    /** For somebody new: makes his account and gives him his place, in one transaction. */
    acceptNew: (token: string, newcomer: Newcomer) => acceptNew(deps, token, newcomer),
  };
}

/** Runs `work` on the invitation a token opens, in its workspace. */
async function behind<T>(
  { database, clock }: InvitationsDeps,
  token: string,
  work: (db: Scoped, open: Preview) => Promise<Result<T, AcceptCode>>,
): Promise<Result<T, AcceptCode>> {
  const door = await findDoor(database.installation, KIND, tokenHash(token));
  if (door === undefined) return no('team/invitation_gone');
  return database.inScope({ workspaceId: door.spaceId }, async (db) => {
    const open = await openInvitation(db, door.objectId, clock.now());
    return open === undefined ? no('team/invitation_gone') : work(db, open);
  });
}

async function invite(
  db: Scoped,
  by: By,
  now: Date,
  asked: NewInvitation,
): Promise<Result<{ id: string; token: string }, InviteCode>> {
  if (by.kind !== 'person') return no('http/not_allowed');
  if (await isColleague(db, asked.email)) return no('team/already_exists');
  await forgetOpen(db, { email: asked.email }, now);
  const invitation: Invitation = {
    id: newId(now),
    email: asked.email,
    functions: tidy(asked.functions),
    title: asked.title,
    invitedBy: by.colleagueId,
    createdAt: now,
    expiresAt: new Date(now.getTime() + VALID_MS),
  };
  await insertInvitation(db, invitation);
  const token = newToken();
  await putDoor(db.tx, tokenHash(token), doorOf(db, invitation.id));
  const after = { functions: invitation.functions };
  await record(db, by, now, { action: 'invitation.made', objectType: 'invitation', objectId: invitation.id, after });
  return yes({ id: invitation.id, token });
}

function doorOf(db: Scoped, objectId: string): Door {
  return { kind: KIND, spaceId: db.scope.workspaceId, objectId };
}

/** Takes open invitations back, with their tokens; answers their ids. */
async function forgetOpen(db: Scoped, which: Parameters<typeof revoke>[1], now: Date): Promise<readonly string[]> {
  const ids = await revoke(db, which, now);
  for (const id of ids) await removeDoors(db.tx, doorOf(db, id));
  return ids;
}

async function acceptNew(
  deps: InvitationsDeps,
  token: string,
  { name, language, password }: Newcomer,
): Promise<Result<Pick<Person, 'id' | 'language'>, AcceptCode>> {
  // Looked at before the slow hash is made, so that made-up tokens cost nothing.
  const isFit = await behind(deps, token, (_db, open) =>
    Promise.resolve(password === undefined ? yes(undefined) : checkPassword(password, open.email)),
  );
  if (!isFit.ok) return isFit;
  const passwordHash = password === undefined ? undefined : await hashPassword(password);
  return behind(deps, token, async (db, open) => {
    const now = deps.clock.now();
    const person = { id: newId(now), email: open.email, name, language, passwordHash, operator: false, createdAt: now };
    if (!(await insertPerson(db.tx, person))) return no('team/account_exists');
    const seat = await takeSeat(db, open, person.id, now);
    return seat.ok ? yes({ id: person.id, language }) : seat;
  });
}

async function takeSeat(db: Scoped, open: Preview, personId: string, now: Date): Promise<Result<void, AcceptCode>> {
  const { functions, title } = open;
  const id = await insertColleague(db, { id: newId(now), personId, functions, title, joinedAt: now });
  if (id === undefined) return no('team/already_exists');
  await markAccepted(db, open.id, id, now);
  await removeDoors(db.tx, doorOf(db, open.id));
  const by: By = { kind: 'person', colleagueId: id };
  await record(db, by, now, {
    action: 'colleague.joined',
    objectType: 'colleague',
    objectId: id,
    after: { functions },
  });
  return yes(undefined);
}
