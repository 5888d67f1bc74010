import { timingSafeEqual } from 'node:crypto';
import { newId } from '#kernel/ids.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database } from '#platform/db/index.ts';
import type { Vault } from '#platform/secrets/index.ts';
import { newToken, tokenHash } from '#workspace/doors/index.ts';
import type { Session, SessionLine } from './model.ts';
import { ABSOLUTE_MS, cookie, cookieName, deviceOf, GRACE_MS, IDLE_MS, readCookie, SEEN_EVERY_MS } from './rules.ts';
import {
  endOthers,
  endSession,
  findSession,
  insertSession,
  rotateToken,
  sessionsOf,
  sweepSessions,
  touchSession,
} from './store.ts';

export interface SessionsDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly vault: Vault;
  /** The installation is reached by https. */
  readonly isSecure: boolean;
}

/** A Set-Cookie header. */
export type CookieHeader = readonly ['set-cookie', string];

/** Who asks, from where: what a new session keeps of a request. */
export interface Visitor {
  readonly raw: Request;
  readonly address: string;
}

/** A session just begun, or with a new token, and the cookie that carries it. */
export interface Begun {
  readonly session: Session;
  readonly header: CookieHeader;
}

export type Sessions = ReturnType<typeof createSessions>;

/** Sessions: their tokens live in cookies, only hashes are kept; 12 h idle, 14 days in all. */
export function createSessions(deps: SessionsDeps) {
  const { clock, vault, isSecure } = deps;
  const db = deps.database.installation;
  return {
    /** The live session a request carries; notes that it was seen. */
    find: (request: Request): Promise<Session | undefined> => find(deps, request),
    /** Begins a session, always with a new id and token; one the browser already had is ended. */
    begin: (person: Bearer, visitor: Visitor): Promise<Begun> => begin(deps, person, visitor),
    /** A new token for a session whose person's functions have changed; undefined when none is due. */
    renewed: (session: Session): Promise<Begun | undefined> => renewed(deps, session),
    /** What pages send back with every change, to prove that they are ours. Changes with the token. */
    csrfOf: (session: Session): string => vault.mark('csrf', session.tokenHash).toString('base64url'),
    isCsrfOf(session: Session, given: string | null): boolean {
      const wanted = vault.mark('csrf', session.tokenHash);
      const said = Buffer.from(given ?? '', 'base64url');
      return said.length === wanted.length && timingSafeEqual(said, wanted);
    },
    /** Takes the cookie away from the browser. */
    goodbye: (): CookieHeader => ['set-cookie', cookie(cookieName(isSecure), '', 0, isSecure)],
    list(personId: string): Promise<readonly SessionLine[]> {
      const now = clock.now();
      return sessionsOf(db, personId, now, idleSince(now));
    },
    /** False when the person has no such session. */
    end: (personId: string, id: string): Promise<boolean> => endSession(db, personId, id),
    endOthers: (personId: string, keep: string | undefined): Promise<void> => endOthers(db, personId, keep),
  };
}

type Bearer = Pick<Session, 'personId' | 'language'>;

function idleSince(now: Date): Date {
  return new Date(now.getTime() - IDLE_MS);
}

function carry(isSecure: boolean, token: string, endsAt: Date, now: Date): CookieHeader {
  const seconds = Math.max(1, Math.floor((endsAt.getTime() - now.getTime()) / 1000));
  return ['set-cookie', cookie(cookieName(isSecure), token, seconds, isSecure)];
}

async function find({ database, clock, isSecure }: SessionsDeps, request: Request): Promise<Session | undefined> {
  const token = readCookie(request.headers.get('cookie'), cookieName(isSecure));
  if (token === undefined || token === '') return undefined;
  const now = clock.now();
  const session = await findSession(database.installation, tokenHash(token), now, idleSince(now));
  if (session !== undefined && now.getTime() - session.seenAt.getTime() >= SEEN_EVERY_MS) {
    await touchSession(database.installation, session.id, now);
  }
  return session;
}

async function begin(deps: SessionsDeps, person: Bearer, visitor: Visitor): Promise<Begun> {
  const db = deps.database.installation;
  const now = deps.clock.now();
  const former = await find(deps, visitor.raw);
  if (former !== undefined) await endSession(db, former.personId, former.id);
  await sweepSessions(db, now, idleSince(now));
  const token = newToken();
  const session = { id: newId(now), tokenHash: tokenHash(token), endsAt: new Date(now.getTime() + ABSOLUTE_MS) };
  const device = deviceOf(visitor.raw.headers.get('user-agent'));
  const { personId, language } = person;
  await insertSession(db, { ...session, personId, device, address: visitor.address, madeAt: now });
  const begun = { ...session, personId, language, renew: false, seenAt: now };
  return { session: begun, header: carry(deps.isSecure, token, session.endsAt, now) };
}

async function renewed({ database, clock, isSecure }: SessionsDeps, session: Session): Promise<Begun | undefined> {
  if (!session.renew) return undefined;
  const now = clock.now();
  const token = newToken();
  const next = tokenHash(token);
  const graceUntil = new Date(now.getTime() + GRACE_MS);
  if (!(await rotateToken(database.installation, session.id, session.tokenHash, next, graceUntil))) return undefined;
  const changed = { ...session, tokenHash: next, renew: false };
  return { session: changed, header: carry(isSecure, token, session.endsAt, now) };
}
