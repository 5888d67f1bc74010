import type { ExpectedSlice } from '#bridge/mandates/lookup.ts';

/** The part of the community a figure is taken of: a proof of a mandate takes the mandate's. */
export type ProofSlice = ExpectedSlice;

export interface Wanted {
  readonly figure: string;
  readonly slice: ProofSlice;
  /** Slices of the same figure, declared untouched by what is done. */
  readonly controls: readonly ProofSlice[];
  /** Day on which it begins. */
  readonly startDay: string;
  /** Whole weeks after the start. */
  readonly weeks: number;
}

/** One week; without a value where it was not watched, was cut by the start, or has nothing behind it. */
export interface SeriesWeek {
  /** Its Monday. */
  readonly from: string;
  readonly value: number | null;
  /** Whoever may not see numbers of a few persons is not shown it. */
  readonly isHidden: boolean;
}

export interface Series {
  readonly of: 'counts' | 'rates';
  readonly weeks: readonly SeriesWeek[];
  /** How many of them lie before the start. */
  readonly before: number;
  /** Of the same weeks, none missing. */
  readonly controls: readonly (readonly number[])[];
  /** Controls that say nothing, or not in enough weeks, and are left aside. */
  readonly controlsLost: number;
  /** Mondays of weeks in which a place that is never silent was. */
  readonly outages: readonly string[];
}
