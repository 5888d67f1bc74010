import { createHash, randomUUID } from 'node:crypto';
import type { Network, Packed } from '#cockpit/network/measuring/index.ts';
import { MEASURING } from '#cockpit/network/measuring/index.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Offload } from '#platform/offload/index.ts';
import type { About, Kept } from './model.ts';

/** Memory the networks kept may take together; the latest one is kept whatever it takes. */
const BYTES = 128 * 1024 * 1024;

/** A network being measured, and how many wait for it. */
interface Flight {
  readonly measured: Promise<Kept>;
  readonly stop: AbortController;
  waiting: number;
}

/** Measures networks beside the server, each once for all who ask, and keeps the latest. */
export interface Keeper {
  /** The network of this key when it is kept. */
  find(scope: Scope, key: string): Kept | undefined;
  /** The network somebody walks through, as long as it is kept. */
  again(scope: Scope, asked: string, snapshot: string): Kept | undefined;
  /**
   * `key` tells the question and the facts; undefined where nobody knows whether facts are still the same. When `signal`
   * says that the caller has left and nobody else waits, measuring ends; the promise is rejected.
   */
  measure(key: string | undefined, about: About, packed: Packed, signal: AbortSignal): Promise<Kept>;
}

export function createKeeper(offload: Offload, bytes = BYTES): Keeper {
  const shelf = createShelf(bytes);
  const flights = new Map<string, Flight>();

  const begin = (key: string, about: About, packed: Packed): Flight => {
    const stop = new AbortController();
    const snapshot = createHash('sha256').update(key).digest('hex').slice(0, 16);
    const measured = offload
      .run(MEASURING, packed, stop.signal)
      .then((network) => shelf.put(key, { ...about, network, snapshot }))
      .finally(() => flights.get(key) === flight && flights.delete(key));
    // Whoever waits is told by his own promise; a flight nobody waits for may fail unseen.
    measured.catch(() => undefined);
    const flight: Flight = { measured, stop, waiting: 0 };
    flights.set(key, flight);
    return flight;
  };
  const leave = (key: string, flight: Flight, reason: unknown): void => {
    flight.waiting -= 1;
    if (flight.waiting > 0) return;
    if (flights.get(key) === flight) flights.delete(key);
    flight.stop.abort(reason);
  };

  return {
    find: (scope, key) => shelf.find((name) => name === nameOf(scope, key)),
    again: (scope, asked, snapshot) =>
      shelf.find(
        (_, one) => one.scope.workspaceId === scope.workspaceId && one.asked === asked && one.snapshot === snapshot,
      ),
    async measure(known, about, packed, signal) {
      signal.throwIfAborted();
      const key = nameOf(about.scope, known ?? randomUUID());
      const flight = flights.get(key) ?? begin(key, about, packed);
      flight.waiting += 1;
      const gone = Promise.withResolvers<never>();
      const onAbort = (): void => {
        leave(key, flight, signal.reason);
        gone.reject(signal.reason);
      };
      signal.addEventListener('abort', onAbort, { once: true });
      try {
        return await Promise.race([flight.measured, gone.promise]);
      } finally {
        signal.removeEventListener('abort', onAbort);
      }
    },
  };
}

/** The networks kept, the one used last at the end. */
function createShelf(most: number) {
  const kept = new Map<string, Kept>();
  const put = (key: string, one: Kept): Kept => {
    kept.delete(key);
    kept.set(key, one);
    let bytes = 0;
    for (const [name, other] of [...kept].reverse()) {
      bytes += bytesOf(other.network);
      if (bytes > most && name !== key) kept.delete(name);
    }
    return one;
  };
  const find = (isIt: (key: string, one: Kept) => boolean): Kept | undefined => {
    for (const [key, one] of kept) if (isIt(key, one)) return put(key, one);
    return undefined;
  };
  return { put, find };
}

function nameOf({ workspaceId }: Scope, key: string): string {
  return `${workspaceId} ${key}`;
}

function bytesOf({ ids, out, back, ...network }: Network): number {
  const { wrote, arrived, group, sizes, ranked, inside } = network;
  const arrays = [
    wrote,
    arrived,
    group,
    sizes,
    ranked,
    inside,
    ...[out, back].flatMap(({ start, to, weight }) => [start, to, weight]),
  ];
  return arrays.reduce((sum, { byteLength }) => sum + byteLength, ids.length);
}
