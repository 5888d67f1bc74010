import { nearestMixture } from './simplex.ts';

export interface Twins {
  /** Weeks of the place where something was done: first the `before` ones, then those after; none missing. */
  readonly treated: readonly number[];
  /** The same weeks of places where it was not done, in the same unit. */
  readonly donors: readonly (readonly number[])[];
  readonly before: number;
}

/** A place mixed from others so that it went as this one did before. */
export interface Twin {
  /** By donor, ≥ 0, of sum 1. */
  readonly weights: readonly number[];
  /** What the mixture did, week by week. */
  readonly weeks: readonly number[];
  /** Mean of treated − mixture after the start, in the unit of the weeks. */
  readonly effect: number;
  /** Root mean square of treated − mixture before the start, and after it. */
  readonly apartBefore: number;
  readonly apartAfter: number;
}

export interface SyntheticControl extends Twin {
  /** Each donor's effect, had it been the treated one: what comes about where nothing was done. */
  readonly placebos: readonly number[];
  /** Place of ours among all by apartAfter ÷ apartBefore, 1 the most remarkable, of donors + 1. */
  readonly rank: number;
  readonly of: number;
  /** rank ÷ of: how often chance alone would have placed one so high. */
  readonly chance: number;
}

export type SyntheticRefusal = 'too_few_donors' | 'too_few_weeks' | 'nothing_after';

export const FEWEST_DONORS = 8;
export const FEWEST_WEEKS = 16;

/** Mixes donors by least squares before the start (Abadie, Diamond and Hainmueller, 2010, outcomes only). */
export function twinOf({ treated, donors, before }: Twins): Twin {
  const weights = nearestMixture(
    donors.map((donor) => treated.slice(0, before).map((value, week) => (donor[week] ?? 0) - value)),
  );
  const weeks = treated.map((_, week) =>
    donors.reduce((sum, donor, n) => sum + (weights[n] ?? 0) * (donor[week] ?? 0), 0),
  );
  const gaps = treated.map((value, week) => value - (weeks[week] ?? 0));
  const after = gaps.slice(before);
  return {
    weights,
    weeks,
    effect: after.reduce((sum, gap) => sum + gap, 0) / after.length,
    apartBefore: rootMeanSquare(gaps.slice(0, before)),
    apartAfter: rootMeanSquare(after),
  };
}

/**
 * Synthetic control with placebos in space: the same sum for each donor among the other donors. Refused with fewer than 8
 * donors or 16 weeks before the start, where the rank could not tell anything or the mixture would fit noise.
 */
export function syntheticControl(
  twins: Twins,
): { readonly refused: SyntheticRefusal } | { readonly found: SyntheticControl } {
  const { treated, donors, before } = twins;
  if (donors.length < FEWEST_DONORS) return { refused: 'too_few_donors' };
  if (before < FEWEST_WEEKS) return { refused: 'too_few_weeks' };
  if (treated.length <= before) return { refused: 'nothing_after' };
  const own = twinOf(twins);
  const others = donors.map((donor, n) =>
    twinOf({ treated: donor, donors: donors.filter((_, other) => other !== n), before }),
  );
  const rank = 1 + others.filter((other) => remarkable(other) >= remarkable(own)).length;
  const of = donors.length + 1;
  return { found: { ...own, placebos: others.map(({ effect }) => effect), rank, of, chance: rank / of } };
}

/** A mixture that never left its place before makes any gap after infinitely remarkable, and none not at all. */
function remarkable({ apartBefore, apartAfter }: Twin): number {
  return apartAfter === 0 ? 0 : apartAfter / apartBefore;
}

function rootMeanSquare(values: readonly number[]): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
}
