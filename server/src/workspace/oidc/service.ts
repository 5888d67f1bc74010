import { preferredLanguage } from '#kernel/language.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database } from '#platform/db/index.ts';
import type { Log } from '#platform/log/index.ts';
import type { Vault } from '#platform/secrets/index.ts';
import type { Invitations } from '#workspace/invitations/index.ts';
import type { Checks, Claims, OidcClient } from '#workspace/oidc-client/index.ts';
import type { Person } from '#workspace/people/index.ts';
import { personByEmail, personById, setPasswordHash } from '#workspace/people/index.ts';
import type { CookieHeader, Sessions, Visitor } from '#workspace/sessions/index.ts';
import { cookie, readCookie } from '#workspace/sessions/index.ts';
import type { EntryCode, OidcCode } from './model.ts';
import { ATTEMPT_MS, judge, safeReturn } from './rules.ts';
import { insertLink, linkedPersonId } from './store.ts';

export interface OidcDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly vault: Vault;
  readonly sessions: Sessions;
  readonly invitations: Invitations;
  readonly client: OidcClient;
  readonly isSecure: boolean;
}

type Entering = Pick<Person, 'id' | 'language'>;

interface Left {
  readonly url: string;
  readonly header: CookieHeader;
}

interface Returned {
  /** Takes the cookie of the attempt away, whatever came of it. */
  readonly forget: CookieHeader;
  readonly entry: Result<{ readonly returnTo: string; readonly header: CookieHeader }, OidcCode>;
}

const PURPOSE = 'oidc attempt';

/** What is kept in the browser, sealed, between leaving for the sign-in service and coming back. */
interface Attempt extends Checks {
  readonly returnTo: string;
  /** Token of the invitation somebody wants to take up. */
  readonly invitation: string | undefined;
  /** Milliseconds since 1970. */
  readonly until: number;
}

export type Oidc = ReturnType<typeof createOidc>;

/** Signing in by the organisation's own service (OpenID Connect). */
export function createOidc(deps: OidcDeps) {
  return {
    /** Where to send the browser, with the cookie that ties its coming back to its leaving. */
    leave: (asked: { readonly returnTo?: string; readonly invitation?: string }) => leave(deps, asked),

    /** Signs in whoever comes back, if he has or may have an account here. */
    async comeBack(visitor: Visitor): Promise<Returned> {
      const forget: CookieHeader = ['set-cookie', cookie(nameOf(deps), '', 0, deps.isSecure)];
      return { forget, entry: await comeBack(deps, visitor) };
    },
  };
}

function nameOf({ isSecure }: OidcDeps): string {
  return isSecure ? '__Host-passerelle_oidc' : 'passerelle_oidc';
}

async function leave(
  deps: OidcDeps,
  asked: { readonly returnTo?: string; readonly invitation?: string },
): Promise<Result<Left, OidcCode>> {
  try {
    const { url, ...checks } = await deps.client.leave();
    const until = deps.clock.now().getTime() + ATTEMPT_MS;
    const attempt: Attempt = { ...checks, returnTo: safeReturn(asked.returnTo), invitation: asked.invitation, until };
    const sealed = deps.vault.seal(JSON.stringify(attempt), PURPOSE).toString('base64url');
    return yes({ url, header: ['set-cookie', cookie(nameOf(deps), sealed, ATTEMPT_MS / 1000, deps.isSecure)] });
  } catch (error) {
    deps.log.warn('the sign-in service cannot be used', { error });
    return no('sign-in/oidc_failed');
  }
}

async function comeBack(deps: OidcDeps, visitor: Visitor): Promise<Returned['entry']> {
  const attempt = attemptOf(deps, visitor.raw);
  if (attempt === undefined) return no('sign-in/oidc_expired');
  const claims = await claimsOf(deps, visitor.raw, attempt);
  if (claims === undefined) return no('sign-in/oidc_failed');
  const person = await personFor(deps, claims, attempt, visitor.raw);
  if (!person.ok) return person;
  const { id: personId, language } = person.value;
  const begun = await deps.sessions.begin({ personId, language }, visitor);
  deps.log.info('signed in by the sign-in service', { personId });
  return yes({ returnTo: attempt.returnTo, header: begun.header });
}

function attemptOf(deps: OidcDeps, request: Request): Attempt | undefined {
  const sealed = readCookie(request.headers.get('cookie'), nameOf(deps)) ?? '';
  const text = deps.vault.unseal(Buffer.from(sealed, 'base64url'), PURPOSE);
  // Only this installation can have sealed it.
  const attempt = text === undefined ? undefined : (JSON.parse(text) as Attempt);
  return attempt !== undefined && attempt.until > deps.clock.now().getTime() ? attempt : undefined;
}

async function claimsOf({ client, log }: OidcDeps, request: Request, attempt: Attempt): Promise<Claims | undefined> {
  try {
    return await client.comeBack(new URL(request.url).search, attempt);
  } catch (error) {
    log.warn('a sign-in by the sign-in service failed', { error });
    return undefined;
  }
}

async function personFor(
  deps: OidcDeps,
  claims: Claims,
  attempt: Attempt,
  request: Request,
): Promise<Result<Entering, EntryCode>> {
  const db = deps.database.installation;
  const byEmail = claims.email === undefined ? undefined : await personByEmail(db, claims.email);
  const verdict = judge(claims, await linkedPersonId(db, claims), byEmail?.id);
  if (verdict.kind === 'refused') return no(verdict.code);
  if (verdict.kind === 'newcomer') return newcomer(deps, claims, verdict.email, attempt.invitation);
  const person = await personById(db, verdict.personId);
  if (person === undefined) return no('sign-in/oidc_unknown');
  if (verdict.kind === 'link') await link(deps, claims, person, request);
  // An invitation that is not for him changes nothing: he enters all the same.
  if (attempt.invitation !== undefined) await deps.invitations.acceptAs(attempt.invitation, person.id);
  return yes(person);
}

/**
 * Ties the account to its owner as the service knows him. Whoever invited him has held the link by which the password
 * was set: unless he is signed in here and now, that password and the sessions begun by it end.
 */
async function link(deps: OidcDeps, claims: Claims, person: Person, request: Request): Promise<void> {
  const { database, clock, sessions, log } = deps;
  const present = await sessions.find(request);
  await insertLink(database.installation, claims, person.id, clock.now());
  log.info('an account was linked to the sign-in service', { personId: person.id });
  if (present?.personId === person.id || person.operator) return;
  await setPasswordHash(database.installation, person.id, null);
  await sessions.endOthers(person.id, undefined);
}

async function newcomer(
  { database, clock, invitations }: OidcDeps,
  claims: Claims,
  email: string,
  invitation: string | undefined,
): Promise<Result<Entering, EntryCode>> {
  if (invitation === undefined) return no('sign-in/oidc_unknown');
  const open = await invitations.preview(invitation);
  if (!open.ok) return no('sign-in/oidc_unknown');
  if (open.value.email !== email) return no('team/other_email', { email: open.value.email });
  const name = claims.name ?? email;
  const person = await invitations.acceptNew(invitation, { name, language: preferredLanguage(claims.locale) });
  if (!person.ok) return no('sign-in/oidc_unknown');
  await insertLink(database.installation, claims, person.value.id, clock.now());
  return person;
}
