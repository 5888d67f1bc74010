import { BlockList, isIP } from 'node:net';
import type { Access, FunctionName, KeyScope } from '#kernel/actor.ts';
import type { Pace } from './model.ts';

interface Placed {
  readonly key: string;
  readonly inWorkspace: boolean;
}

/** What does not fit between the routes and the permission table, in words for whoever starts the application. */
export function gaps(routes: readonly Placed[], table: Readonly<Record<string, Access>>): readonly string[] {
  const keys = new Set(routes.map(({ key }) => key));
  const twice = routes.filter(({ key }, at) => routes.findIndex((other) => other.key === key) !== at);
  return [
    ...routes.filter(({ key }) => !(key in table)).map(({ key }) => `${key} has no row in the permission table`),
    ...Object.keys(table)
      .filter((key) => !keys.has(key))
      .map((key) => `${key} is in the permission table but is no route`),
    ...twice.map(({ key }) => `${key} is two routes`),
    ...routes
      .filter(({ key, inWorkspace }) => key in table && inWorkspace !== (typeof table[key] === 'object'))
      .map(({ key }) => `${key}: routes inside a workspace name functions, others are for anyone or for the signed in`),
  ];
}

export function allowsFunctions(access: Access, held: readonly FunctionName[]): boolean {
  if (typeof access !== 'object') return true;
  return access.functions === 'all' || access.functions.some((one) => held.includes(one));
}

/** The scope a key would need and has not; 'none': no key opens this. Undefined where it may pass. */
export function lacksScope(access: Access, scopes: readonly KeyScope[]): KeyScope | 'none' | undefined {
  if (access === 'anyone') return undefined;
  const needed = typeof access === 'object' ? access.key : undefined;
  if (needed === undefined) return 'none';
  return scopes.includes(needed) ? undefined : needed;
}

/**
 * Whether a browser says the request comes from our own pages. `Sec-Fetch-Site` cannot be set by a page; older
 * browsers send at least `Origin`, which must be ours. `strict`: saying nothing is not enough.
 */
export function isOurOrigin(headers: Headers, ours: readonly string[], strict: boolean): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = headers.get('origin');
  return origin === null ? !strict : ours.includes(origin);
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

export function isLoopback(address: string): boolean {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  const family = isIP(plain);
  return family !== 0 && loopback.check(plain, family === 6 ? 'ipv6' : 'ipv4');
}

interface Run {
  count: number;
  startedAt: number;
}

const MOST_RUNS = 50_000;

/** Counts requests by caller in windows that begin with their first request. In memory: each process counts for itself. */
export class Speedometer {
  readonly #runs = new Map<string, Run>();

  /** Counts one request; answers the seconds to wait when it is one too many. */
  tooFast(caller: string, paces: readonly Pace[], now: Date): number | undefined {
    let wait: number | undefined;
    for (const { count, ms } of paces) {
      const run = this.#runOf(`${caller} ${ms}`, ms, now.getTime());
      run.count += 1;
      if (run.count > count) wait = Math.max(wait ?? 1, Math.ceil((run.startedAt + ms - now.getTime()) / 1000));
    }
    return wait;
  }

  #runOf(key: string, ms: number, now: number): Run {
    const known = this.#runs.get(key);
    if (known !== undefined && now - known.startedAt < ms) return known;
    if (this.#runs.size >= MOST_RUNS) this.#runs.clear();
    const run = { count: 0, startedAt: now };
    this.#runs.set(key, run);
    return run;
  }
}
