import { useSyncExternalStore } from 'react';

/** The browser's hand of the clock: the only place of the web that reads the time. Milliseconds. */
export function browserNow(): number {
  return Date.now();
}

const MINUTE = 60_000;
let minute = browserNow();
const readers = new Set<() => void>();
let ticking: ReturnType<typeof setInterval> | undefined;

function subscribe(reader: () => void): () => void {
  readers.add(reader);
  ticking ??= setInterval(() => {
    minute = browserNow();
    for (const each of readers) each();
  }, MINUTE);
  return () => {
    readers.delete(reader);
    if (readers.size > 0) return;
    clearInterval(ticking);
    ticking = undefined;
  };
}

/** Now, renewed each minute: enough for “il y a 3 minutes”, and one timer for the whole page. */
export function useMinute(): number {
  return useSyncExternalStore(subscribe, () => minute);
}
