import type { Value } from '#cockpit/course/measuring/index.ts';
import type { SingleSlice } from '#cockpit/figures/index.ts';

export type { OwnMissing, Reading, Value } from '#cockpit/course/measuring/index.ts';

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
  readonly slice: SingleSlice;
  /** Days of the window it is measured over, each time. */
  readonly spanDays: number;
  readonly baseline: Baseline;
  readonly target: number;
  readonly due: string;
  readonly version: number;
  readonly droppedAt: Date | null;
}

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
