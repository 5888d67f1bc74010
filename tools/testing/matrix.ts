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

export interface Outcome {
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
      const { status, text } = await caller.browser.knock(route.method.toUpperCase(), path, undefined, caller.headers);
      cells += 1;
      if (!fits(status, want)) surprises.push(`${caller.name} ${key}: ${status} instead of ${want}`);
      for (const code of unsaid(text)) surprises.push(`${caller.name} ${key}: ${code} has no words`);
    }
  }
  return { cells, surprises };
}

function fits(status: number, want: Wanted): boolean {
  return want === 'let in' ? status !== 401 && status !== 403 && status < 500 : status === want;
}

/** Codes that stand where an answer should have a sentence, or a title. */
function unsaid(text: string): readonly string[] {
  return [...text.matchAll(/"(?:detail|title)":"([a-z_-]+\/[a-z_0-9]+)"/g)].map((match) => match[1] ?? '');
}
