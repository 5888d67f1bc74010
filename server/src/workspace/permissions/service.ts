import type { Access, Actor } from '#kernel/actor.ts';
import type { Language } from '#kernel/language.ts';
import { preferredLanguage } from '#kernel/language.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Admission, Route } from '#platform/http/index.ts';
import type { Keys } from '#workspace/keys/index.ts';
import type { Person } from '#workspace/people/index.ts';
import type { Session, Sessions } from '#workspace/sessions/index.ts';
import type { Spaces } from '#workspace/spaces/index.ts';
import { networkOf } from '#workspace/tries/index.ts';
import type { Paces } from './model.ts';
import { allowsFunctions, isLoopback, isOurOrigin, lacksScope, Speedometer } from './rules.ts';

export interface GuardDeps {
  readonly clock: Clock;
  readonly sessions: Sessions;
  readonly keys: Keys;
  readonly spaces: Spaces;
  readonly personOf: (id: string) => Promise<Person | undefined>;
  readonly table: Readonly<Record<string, Access>>;
  readonly keyOf: (route: Route) => string;
  /** Where people reach the installation: `https://…` without a path. Asked each time: the port may be chosen late. */
  readonly origin: () => string;
  readonly paces: Paces;
}

const WORKSPACE_HEADER = 'x-passerelle-workspace';
const CSRF_HEADER = 'x-passerelle-csrf';

interface Asking {
  readonly access: Access;
  readonly request: Request;
  readonly address: string;
  readonly language: Language;
}

interface Gate extends GuardDeps {
  readonly speed: Speedometer;
}

/** Lets a request through to a route, as somebody, or says why not. Nothing of the request's body has been read. */
export function createGatekeeper(deps: GuardDeps) {
  const gate: Gate = { ...deps, speed: new Speedometer() };
  return {
    async admit(route: Route, request: Request, address: string): Promise<Admission> {
      const access = deps.table[deps.keyOf(route)];
      if (access === undefined) throw new Error(`${deps.keyOf(route)} has no row in the permission table.`);
      const language = preferredLanguage(request.headers.get('accept-language') ?? undefined);
      const asking = { access, request, address, language };
      const bearer = /^Bearer +(\S+) *$/i.exec(request.headers.get('authorization') ?? '')?.[1];
      if (bearer !== undefined) return { admitted: await admitKey(gate, asking, bearer), language };
      const session = await deps.sessions.find(request);
      if (session === undefined) return { admitted: admitStranger(gate, asking), language };
      return { admitted: await admitPerson(gate, asking, session), language: session.language };
    },
  };
}

function admitStranger(gate: Gate, { access, request, address, language }: Asking): Result<Actor> {
  const slow = pace(gate, `address ${networkOf(address)}`, gate.paces.stranger, address);
  if (!slow.ok) return slow;
  if (access !== 'anyone') return no('http/sign_in_first');
  if (isChange(request) && !isOurOrigin(request.headers, originsOf(gate, request), false)) return no('http/bad_origin');
  return yes({ kind: 'anonymous', language });
}

async function admitPerson(gate: Gate, { access, request, address }: Asking, session: Session): Promise<Result<Actor>> {
  const slow = pace(gate, `person ${session.personId}`, gate.paces.person, address);
  if (!slow.ok) return slow;
  const isOurs = provesOurs(gate, access, request, session);
  if (!isOurs.ok) return isOurs;
  const { personId, language } = session;
  const actor = { kind: 'person', personId, sessionId: session.id, language } as const;
  if (typeof access !== 'object') return yes(actor);
  const space = await enter(gate, personId, slugOf(request));
  if (space === undefined) return no('http/not_found');
  const { id: workspaceId, colleagueId, functions } = space;
  if (!allowsFunctions(access, functions)) return no('http/not_allowed');
  return yes({ ...actor, seat: { scope: { workspaceId }, colleagueId, functions } });
}

/** A change with somebody's cookie must come from a page of ours that knows his session. */
function provesOurs(gate: Gate, access: Access, request: Request, session: Session): Result<void> {
  if (!isChange(request)) return yes(undefined);
  if (!isOurOrigin(request.headers, originsOf(gate, request), true)) return no('http/bad_origin');
  if (access === 'anyone') return yes(undefined);
  return gate.sessions.isCsrfOf(session, request.headers.get(CSRF_HEADER)) ? yes(undefined) : no('http/bad_csrf');
}

async function enter({ spaces, personOf }: Gate, personId: string, slug: string | undefined) {
  if (slug !== undefined) return spaces.enter(personId, slug);
  return spaces.enterDefault(personId, (await personOf(personId))?.lastSpaceId);
}

async function admitKey(gate: Gate, asking: Asking, text: string): Promise<Result<Actor>> {
  const { access, request, address, language } = asking;
  const found = await gate.keys.find(text);
  if (found === undefined) {
    const slow = pace(gate, `address ${networkOf(address)}`, gate.paces.stranger, address);
    return slow.ok ? no('http/sign_in_first') : slow;
  }
  const { scope, key } = found;
  const seconds = gate.speed.tooFast(`key ${key.id}`, [{ count: key.perMinute, ms: 60_000 }], gate.clock.now());
  if (seconds !== undefined) return no('http/too_many', { seconds });
  const scopeMissing = lacksScope(access, key.scopes);
  if (scopeMissing !== undefined) return no('keys/not_allowed', { scope: scopeMissing });
  const slug = slugOf(request);
  if (slug !== undefined && !(await gate.spaces.isCalled(scope, slug))) return no('http/not_found');
  return yes({ kind: 'key', keyId: key.id, scope, scopes: key.scopes, language });
}

/** Calls from the machine itself are not held back: they come from its operator, tests and measurements. */
function pace({ speed, clock }: Gate, caller: string, paces: Paces['person'], address: string): Result<void> {
  if (isLoopback(address)) return yes(undefined);
  const seconds = speed.tooFast(caller, paces, clock.now());
  return seconds === undefined ? yes(undefined) : no('http/too_many', { seconds });
}

/** Ours is the configured origin, and whatever host the request itself was made to. */
function originsOf({ origin }: Gate, request: Request): readonly string[] {
  return [origin(), new URL(request.url).origin];
}

function isChange(request: Request): boolean {
  return request.method !== 'GET' && request.method !== 'HEAD';
}

/** Links to downloads and event streams cannot carry a header: there the address may name the workspace. */
function slugOf(request: Request): string | undefined {
  const header = request.headers.get(WORKSPACE_HEADER);
  if (header !== null && header !== '') return header;
  if (isChange(request)) return undefined;
  return new URL(request.url).searchParams.get('workspace') ?? undefined;
}
