import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database } from '#platform/db/index.ts';
import { bucketOf, MOST_TRIES, networkOf, WINDOW_MS } from './rules.ts';
import { countTry, forget, sweep, takeBack } from './store.ts';

/** What is being tried: an account (by e-mail or person), from an address. */
export interface Try {
  readonly account: string;
  readonly address: string;
}

export interface Tries {
  /** Counts a try before it is looked at, so that tries made at the same time are all counted. */
  take(one: Try): Promise<Result<void, 'sign-in/too_many'>>;
  /** The secret was right: the account starts anew, and the address is not held to have failed. */
  forgive(one: Try): Promise<void>;
}

/** At most 10 tries in 15 minutes for an account, and as many from an address. */
export function createTries({ database, clock }: { readonly database: Database; readonly clock: Clock }): Tries {
  const db = database.installation;
  return {
    async take({ account, address }) {
      const now = clock.now();
      const windowStart = new Date(now.getTime() - WINDOW_MS);
      for (const bucket of [bucketOf('account', account), bucketOf('address', networkOf(address))]) {
        const { count, since } = await countTry(db, bucket, now, windowStart);
        if (count <= MOST_TRIES) continue;
        const seconds = Math.max(1, Math.ceil((since.getTime() + WINDOW_MS - now.getTime()) / 1000));
        return no('sign-in/too_many', { seconds });
      }
      return yes(undefined);
    },
    async forgive({ account, address }) {
      await forget(db, bucketOf('account', account));
      await takeBack(db, bucketOf('address', networkOf(address)));
      await sweep(db, new Date(clock.now().getTime() - WINDOW_MS));
    },
  };
}
