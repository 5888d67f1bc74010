import type { Offload } from '#platform/offload/index.ts';
import type { SumInput, Summed } from './model.ts';
import { sumUp } from './rules.ts';

/** How many sums are kept: pages are read again and again, and edited one number at a time. */
const KEPT = 40;

/** Summing up, as a task for a thread of its own. */
const SUMMING = { module: new URL('rules.ts', import.meta.url), run: sumUp };

/** Sums models up beside the server, each once for all who ask, and keeps the latest. */
export interface Sums {
  of(input: SumInput): Promise<Summed>;
}

/** The key is the input itself: a sum says nothing of whose it is. */
export function createSums(offload: Pick<Offload, 'run'>): Sums {
  const kept = new Map<string, Promise<Summed>>();
  return {
    async of(input) {
      const key = JSON.stringify(input);
      const known = kept.get(key);
      const sum = known ?? offload.run(SUMMING, input, new AbortController().signal);
      kept.delete(key);
      kept.set(key, sum);
      for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest);
      try {
        return await sum;
      } catch (error) {
        kept.delete(key);
        throw error;
      }
    },
  };
}
