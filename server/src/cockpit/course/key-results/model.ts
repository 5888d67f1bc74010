/** What a figure is cut by, one value each; empty: the whole community. */
export interface KeyResultSlice {
  readonly place?: string | undefined;
  readonly channel?: string | undefined;
  readonly segment?: string | undefined;
  readonly theme?: string | undefined;
  readonly language?: string | undefined;
  readonly kind?: 'question' | 'other' | undefined;
}

/** A value with the interval that holds the true one 95 times in 100; a bound is null where nothing bounds it. */
export interface Value {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** What a figure was where the key result started: measured over the days from `from` (in) until `until` (out). */
export interface Baseline extends Value {
  readonly from: string;
  readonly until: string;
}

/** A figure that should go from its baseline to its target by a day. Which way follows from the two. */
export interface KeyResult {
  readonly id: string;
  readonly objectiveId: string;
  readonly figure: string;
  readonly slice: KeyResultSlice;
  /** Days of the window it is measured over, each time. */
  readonly spanDays: number;
  readonly baseline: Baseline;
  readonly target: number;
  readonly due: string;
  readonly version: number;
  readonly droppedAt: Date | null;
}

/** Why a figure had no value: a reason of the figures' own answer, or one of these. */
export type OwnMissing = 'too_few' | 'partial' | 'not_reached' | 'gone' | 'segment_gone' | 'too_fine';

/** What it was at the end of a day, over the window that ends with it. */
export type Reading = {
  readonly day: string;
  readonly takenAt: Date;
} & ((Value & { readonly missing: null }) | { readonly value: null; readonly missing: string });

export type PaceState = 'ahead' | 'on_course' | 'behind' | 'cannot_tell' | 'reached';

/** Why its pace cannot be told where the reading itself says nothing. */
export type NoPace = 'not_measured' | 'old' | 'too_wide';

/** Where a key result stands on its way. */
export interface Pace {
  readonly state: PaceState;
  /** Set with `cannot_tell`: one of these, or why the reading has no value. */
  readonly because: NoPace | 'missing' | null;
  /** Where the straight line from baseline to target stands on the day of the reading, or today without one. */
  readonly expected: number;
  /** How much of the way from baseline to target is done, 1 at the target; null where that is not known. */
  readonly progress: number | null;
}
