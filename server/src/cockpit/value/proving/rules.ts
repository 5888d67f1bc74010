import type { Evidence, ProofVerdict } from '#cockpit/proof/lookup.ts';

/** What of all that was observed is due to what was proved: the interval of the verdict, as shares from 0 to 1. */
export interface Share {
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

/** Why a verdict gives no share: it found no numbers, what it watched is not counted upwards, or nothing came of it. */
export type Lack = 'no_numbers' | 'not_counted' | 'nothing';

/** Units of which a part is a part of something: not durations, not indices. */
const UNCOUNTED: ReadonlySet<string> = new Set(['seconds', 'days', 'index']);

const THOUSAND = 1000;

/**
 * The share due, from the range of a verdict (M3 by M1): a change `c` of counts over what was to be expected is
 * `c / (1 + c)` of what was observed; a difference `d` of rates is `d / observed`. What is below nothing is nothing.
 * Ends are rounded outwards to a thousandth, so that the range that is shown is never narrower than the interval.
 */
export function shareOf({ direction, of, told }: Evidence, unit: string): Share | Lack {
  if (told === null) return 'no_numbers';
  if (direction === 'down' || UNCOUNTED.has(unit)) return 'not_counted';
  const part = (change: number): number => THOUSAND * partOf(change, of === 'rates' ? told.observed : undefined);
  const high = Math.ceil(part(told.changeRange.high));
  if (high === 0) return 'nothing';
  // A range has a width, even where all of it is due.
  const low = Math.min(Math.floor(part(told.changeRange.low)), high - 1);
  const likely = Math.min(high, Math.max(low, Math.round(part(told.change))));
  return { low: low / THOUSAND, likely: likely / THOUSAND, high: high / THOUSAND };
}

function partOf(change: number, rate: number | undefined): number {
  if (change <= 0) return 0;
  const part = rate === undefined ? change / (1 + change) : change / rate;
  return Math.min(1, part);
}

/** Whether a range leaves out some of the interval of a verdict that cannot tell: nobody knows better than it does. */
export function isTooNarrow(
  given: Pick<Share, 'low' | 'high'>,
  verdict: ProofVerdict | null,
  share: Pick<Share, 'low' | 'high'>,
): boolean {
  return verdict === 'cannot_tell' && (given.low > share.low || given.high < share.high);
}
