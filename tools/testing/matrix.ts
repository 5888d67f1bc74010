import { randomUUID } from 'node:crypto';
import type { Access, FunctionName, KeyScope } from '#kernel/actor.ts';
import type { Route } from '#platform/http/index.ts';
import { routeKey } from '#platform/http/index.ts';
import type { Browser } from './browser.ts';

/** Somebody who calls every route, and what he is to the workspace the calls name. */
export interface Caller {
  readonly name: string;
  readonly browser: Browser;
  readonly headers?: Readonly<Record<string, string>>;
  readonly is:
    | { readonly kind: 'stranger' }
    /** Signed in, without a place in this workspace: another workspace's admin, somebody removed, somebody new. */
    | { readonly kind: 'outsider' }
    | { readonly kind: 'colleague'; readonly functions: readonly FunctionName[] }
    | { readonly kind: 'key'; readonly scopes: readonly KeyScope[] };
}

interface Outcome {
  readonly cells: number;
  /** What was not as the table says, one line each; a right matrix has none. */
  readonly surprises: readonly string[];
}

type Wanted = 'let in' | 401 | 403 | 404;

/** What the permission table says about one cell. */
export function wanted(access: Access, caller: Caller['is']): Wanted {
  if (access === 'anyone') return 'let in';
  if (caller.kind === 'stranger') return 401;
  if (caller.kind === 'key') return typeof access === 'object' && isIn(access.key, caller.scopes) ? 'let in' : 403;
  if (access === 'signed_in') return 'let in';
  if (caller.kind === 'outsider') return 404;
  const { functions } = access;
  return functions === 'all' || caller.functions.some((one) => functions.includes(one)) ? 'let in' : 403;
}

function isIn(scope: KeyScope | undefined, scopes: readonly KeyScope[]): boolean {
  return scope !== undefined && scopes.includes(scope);
}

/**
 * Every route by every caller, with ids that do not exist and no body. Somebody let in may get anything but 401, 403 and
 * 5xx; the others get exactly what the table says. `spare`: routes whose success would spoil the callers.
 */
export async function accessMatrix(options: {
  readonly routes: readonly Route[];
  readonly table: Readonly<Record<string, Access>>;
  readonly callers: readonly Caller[];
  readonly spare?: readonly string[];
}): Promise<Outcome> {
  const surprises: string[] = [];
  let cells = 0;
  for (const route of options.routes) {
    const key = routeKey(route);
    const access = options.table[key];
    if (access === undefined) throw new Error(`${key} has no row.`);
    for (const caller of options.callers) {
      const want = wanted(access, caller.is);
      if (want === 'let in' && options.spare?.includes(key) === true) continue;
      const path = route.path.replaceAll(/\{\w+\}/g, () => randomUUID());
      const { status } = await caller.browser.knock(route.method.toUpperCase(), path, undefined, caller.headers);
      cells += 1;
      if (!fits(status, want)) surprises.push(`${caller.name} ${key}: ${status} instead of ${want}`);
    }
  }
  return { cells, surprises };
}

function fits(status: number, want: Wanted): boolean {
  return want === 'let in' ? status !== 401 && status !== 403 && status < 500 : status === want;
}

export interface KnownIds {
  /** By the name of the path parameter: one of this workspace, one of another. */
  readonly ids: Readonly<Record<string, { readonly own: string; readonly foreign: string }>>;
  /** By route key: a body the route accepts, where it needs one to come as far as its ids. */
  readonly bodies?: Readonly<Record<string, unknown>>;
}

/**
 * Every route with ids, every mix of own and foreign ones: a mix with one foreign id answers exactly as one with an id
 * that does not exist. Routes whose ids are not known are told as surprises, so that none is forgotten.
 */
export async function idMatrix(
  routes: readonly Route[],
  caller: Pick<Caller, 'browser' | 'headers'>,
  known: KnownIds,
): Promise<Outcome> {
  const surprises: string[] = [];
  let cells = 0;
  for (const route of routes) {
    const names = [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
    if (names.length === 0 || !route.inWorkspace) continue;
    const unknown = names.filter((name) => known.ids[name] === undefined);
    if (unknown.length > 0) surprises.push(`${routeKey(route)}: no id known for ${unknown.join(', ')}`);
    if (unknown.length > 0) continue;
    for (const mix of mixes(names)) {
      const foreign = await ask(
        route,
        caller,
        known,
        (name) => known.ids[name]?.[mix.has(name) ? 'foreign' : 'own'] ?? '',
      );
      const missing = await ask(route, caller, known, (name) =>
        mix.has(name) ? randomUUID() : (known.ids[name]?.own ?? ''),
      );
      cells += 1;
      if (foreign.status === 404 && foreign.text === missing.text) continue;
      surprises.push(
        `${routeKey(route)} with foreign ${[...mix].join(', ')}: ${foreign.status}, missing: ${missing.status}`,
      );
    }
  }
  return { cells, surprises };
}

async function ask(
  route: Route,
  { browser, headers }: Pick<Caller, 'browser' | 'headers'>,
  { bodies = {} }: KnownIds,
  idOf: (name: string) => string,
) {
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => idOf(name));
  return browser.knock(route.method.toUpperCase(), path, bodies[routeKey(route)], headers);
}

/** Every choice of foreign ids but none at all. */
function mixes(names: readonly string[]): readonly ReadonlySet<string>[] {
  const all = Array.from({ length: 2 ** names.length - 1 }, (_, at) => at + 1);
  return all.map((bits) => new Set(names.filter((_, place) => (bits & (1 << place)) !== 0)));
}
