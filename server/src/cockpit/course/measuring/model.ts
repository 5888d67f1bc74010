/** A value with the interval that holds the true one 95 times in 100; a bound is null where nothing bounds it. */
export interface Value {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** Why a figure had no value: a reason of the figures' own answer, or one of these. */
export type OwnMissing = 'too_few' | 'partial' | 'not_reached' | 'gone' | 'segment_gone' | 'too_fine';

/** What it was at the end of a day, over the window that ends with it. */
export type Reading = {
  readonly day: string;
  readonly takenAt: Date;
} & ((Value & { readonly missing: null }) | { readonly value: null; readonly missing: string });

/** One week of a figure, `n` of `of` things behind it; null: not watched, or kept back. */
export type PastWeek = { readonly value: number | null; readonly n: number; readonly of: number } | null;
