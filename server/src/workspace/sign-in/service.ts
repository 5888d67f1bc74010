import { newId } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database } from '#platform/db/index.ts';
import type { Log } from '#platform/log/index.ts';
import { newToken, tokenHash } from '#workspace/doors/index.ts';
import { checkPassword, hashPassword, verifyPassword } from '#workspace/passwords/index.ts';
import type { Person } from '#workspace/people/index.ts';
import { hasPeople, insertPerson, personByEmail, personById, setPasswordHash } from '#workspace/people/index.ts';
import type { Begun, Session, Sessions, Visitor } from '#workspace/sessions/index.ts';
import type { Spaces } from '#workspace/spaces/index.ts';
import { isZone } from '#workspace/spaces/index.ts';
import type { Totp } from '#workspace/totp/index.ts';
import type { Tries } from '#workspace/tries/index.ts';
import { WELCOME_MS } from './model.ts';
import { putWelcomeLink, takeWelcomeLink } from './store.ts';

export interface SignInDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly sessions: Sessions;
  readonly spaces: Spaces;
  readonly tries: Tries;
  readonly totp: Totp;
}

export interface SignInForm {
  readonly email: string;
  readonly password: string;
  /** Of the authenticator application, or a recovery code. */
  readonly code?: string;
}

export interface WelcomeForm {
  readonly token: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly language: Language;
  readonly workspaceName: string;
  readonly zone: string;
}

export interface PasswordForm {
  readonly current?: string;
  readonly next: string;
}

type PasswordCode = 'sign-in/password_short' | 'sign-in/password_common';
type SignInCode = 'sign-in/too_many' | 'sign-in/wrong' | 'sign-in/code_needed' | 'sign-in/wrong_code';
type WelcomeCode = PasswordCode | 'sign-in/welcome_gone' | 'workspace/zone_unknown';
type ChangeCode = PasswordCode | 'sign-in/too_many' | 'sign-in/wrong_password';

export type SignIn = ReturnType<typeof createSignIn>;

/** Signing in by e-mail and password, the first admin of an installation, and changing one's password. */
export function createSignIn(deps: SignInDeps) {
  const { database, clock, spaces, totp } = deps;
  const db = database.installation;
  let isInhabited = false;

  async function firstRun(): Promise<boolean> {
    isInhabited ||= await hasPeople(db);
    return !isInhabited;
  }

  return {
    /** Whether nobody can sign in yet. */
    firstRun,

    /** Unknown e-mails, accounts without a password and wrong passwords answer alike, after the same time. */
    signIn: (form: SignInForm, visitor: Visitor) => signIn(deps, form, visitor),

    /** Makes the first admin and the first workspace, by the link of the first start. */
    welcome: async (form: WelcomeForm, visitor: Visitor): Promise<Result<Begun, WelcomeCode>> =>
      (await firstRun()) ? welcome(deps, form, visitor) : no('sign-in/welcome_gone'),

    /** Ends every other session. Somebody who had no password needs none to set his first. */
    changePassword: (session: Pick<Session, 'personId'>, form: PasswordForm, visitor: Visitor) =>
      changePassword(deps, session.personId, form, visitor),

    /** For the command line of whoever runs the installation: a new password, codes off, every device signed out. */
    rescue: (email: string, password: string) => rescue(deps, email, password),

    /** The token of a new welcome link, valid 24 h, while the installation has nobody; the one before stops working. */
    async firstAdminToken(): Promise<string | undefined> {
      if (!(await firstRun())) return undefined;
      const token = newToken();
      await putWelcomeLink(db, tokenHash(token), new Date(clock.now().getTime() + WELCOME_MS));
      return token;
    },

    /** Who asks and where he may go. Remembers the workspace the request names, for the next time. */
    async whoIs(session: Session | undefined, slug: string | undefined) {
      const person = session === undefined ? undefined : await personById(db, session.personId);
      if (person === undefined) return undefined;
      const workspaces = await spaces.of(person.id);
      const here = workspaces.find((space) => space.slug === slug);
      if (here !== undefined && here.id !== person.lastSpaceId) await spaces.remember(person.id, here.id);
      return { person, workspaces, codesLeft: person.totpConfirmed ? await totp.codesLeft(person.id) : undefined };
    },
  };
}

async function signIn(deps: SignInDeps, form: SignInForm, visitor: Visitor): Promise<Result<Begun, SignInCode>> {
  const { database, log, tries, totp } = deps;
  const attempt = { account: form.email, address: visitor.address };
  const allowed = await tries.take(attempt);
  if (!allowed.ok) return allowed;
  const person = await personByEmail(database.installation, form.email);
  const isRight = await verifyPassword(form.password, person?.passwordHash);
  if (person === undefined || !isRight) {
    log.info('sign-in refused', { address: visitor.address });
    return no('sign-in/wrong');
  }
  if (person.totpConfirmed && form.code === undefined) return no('sign-in/code_needed');
  if (person.totpConfirmed && !(await totp.take(person, form.code ?? ''))) return no('sign-in/wrong_code');
  await tries.forgive(attempt);
  return yes(await enter(deps, person, visitor));
}

async function enter(deps: SignInDeps, person: Pick<Person, 'id' | 'language'>, visitor: Visitor): Promise<Begun> {
  const begun = await deps.sessions.begin({ personId: person.id, language: person.language }, visitor);
  deps.log.info('signed in', { personId: person.id });
  return begun;
}

async function welcome(deps: SignInDeps, form: WelcomeForm, visitor: Visitor): Promise<Result<Begun, WelcomeCode>> {
  const isFit = checkPassword(form.password, form.email);
  if (!isFit.ok) return isFit;
  if (!isZone(form.zone)) return no('workspace/zone_unknown', { zone: form.zone });
  const passwordHash = await hashPassword(form.password);
  const now = deps.clock.now();
  const { name, email, language, zone } = form;
  const person = { id: newId(now), name, email, language, passwordHash, operator: true, createdAt: now };
  const isTaken = await deps.database.inScope({ workspaceId: newId(now) }, async (db) => {
    if (!(await takeWelcomeLink(db.tx, tokenHash(form.token), now))) return false;
    await insertPerson(db.tx, person);
    await deps.spaces.openIn(db, person.id, { name: form.workspaceName, zone, language });
    return true;
  });
  return isTaken ? yes(await enter(deps, person, visitor)) : no('sign-in/welcome_gone');
}

async function changePassword(
  deps: SignInDeps,
  personId: string,
  form: PasswordForm,
  visitor: Visitor,
): Promise<Result<Begun, ChangeCode>> {
  const db = deps.database.installation;
  const attempt = { account: personId, address: visitor.address };
  const allowed = await deps.tries.take(attempt);
  if (!allowed.ok) return allowed;
  const person = await personById(db, personId);
  if (person === undefined) return no('sign-in/wrong_password');
  const isFirst = person.passwordHash === undefined;
  if (!isFirst && !(await verifyPassword(form.current ?? '', person.passwordHash))) return no('sign-in/wrong_password');
  await deps.tries.forgive(attempt);
  const isFit = checkPassword(form.next, person.email);
  if (!isFit.ok) return isFit;
  await setPasswordHash(db, person.id, await hashPassword(form.next));
  await deps.sessions.endOthers(person.id, undefined);
  return yes(await enter(deps, person, visitor));
}

async function rescue(
  deps: SignInDeps,
  email: string,
  password: string,
): Promise<Result<void, PasswordCode | 'sign-in/nobody'>> {
  const db = deps.database.installation;
  const person = await personByEmail(db, email.trim().toLowerCase());
  if (person === undefined) return no('sign-in/nobody');
  const isFit = checkPassword(password, person.email);
  if (!isFit.ok) return isFit;
  await setPasswordHash(db, person.id, await hashPassword(password));
  await deps.totp.drop(person.id);
  await deps.sessions.endOthers(person.id, undefined);
  return yes(undefined);
}
