import type { Expected } from '#cockpit/proof/expecting/index.ts';
import type { Happening } from '#cockpit/proof/happenings/index.ts';

export const VERDICTS = ['effect_up', 'effect_down', 'no_material_change', 'cannot_tell', 'not_enough_data'] as const;
/** In the order in which they are tried, but for the first two. */
export type ProofVerdict = (typeof VERDICTS)[number];

export const REASONS = [
  'interval_above_zero',
  'interval_below_zero',
  'interval_within_threshold',
  'interval_too_wide',
  'confounded',
  'too_short',
  'missing_weeks',
  'low_volume',
  'nothing_varies',
  'too_few_drawn',
] as const;
export type ProofReason = (typeof REASONS)[number];

export interface Range {
  readonly low: number;
  readonly high: number;
}

/** Numbers of a verdict, in the unit of a week of the figure; `change` as a share of counts, a difference of rates. */
export interface Told {
  readonly observed: number;
  readonly expected: number;
  readonly expectedRange: Range;
  readonly change: number;
  readonly changeRange: Range;
  readonly extra: number | null;
  readonly visible: number;
}

export interface Weekly {
  readonly from: string;
  readonly value: number | null;
  readonly isHidden: boolean;
}

export interface Arm {
  readonly drawn: number;
  readonly came: number;
}

/** What a verdict was made from, kept with it. */
export interface Outcome {
  readonly of: 'counts' | 'rates';
  readonly weeks: readonly Weekly[];
  readonly before: number;
  readonly controls: readonly (readonly number[])[];
  readonly controlsLost: number;
  /** The verdict where nothing else had happened. */
  readonly plain: { readonly verdict: ProofVerdict; readonly reason: ProofReason };
  readonly told: Told | null;
  /** Week by week after the start, what was to be expected. */
  readonly path: readonly ({ readonly median: number } & Range)[];
  readonly replay: { readonly dates: number; readonly called: number } | null;
  readonly happenings: readonly Happening[];
  /** How many weeks after the start would have told it; null: none within a year. */
  readonly moreWeeks: number | null;
  readonly arms?: { readonly now: Arm; readonly later: Arm };
}

export interface Proof {
  readonly id: string;
  readonly title: string;
  readonly mandateId: string | null;
  readonly expects: Expected;
  readonly fingerprint: string;
  readonly startDay: string;
  readonly untilDay: string;
  readonly dueDay: string;
  readonly madeAt: Date;
  readonly withdrawnAt: Date | null;
  readonly withdrawnWhy: string | null;
  readonly verdict: ProofVerdict | null;
  readonly judgedAt: Date | null;
  readonly outcome: Outcome | null;
  readonly version: number;
}

export const STATES = ['waiting', 'running', 'ripening', 'late', 'judged', 'withdrawn'] as const;
export type ProofState = (typeof STATES)[number];

/** What the same sum would say today of a verdict that was kept; `weeks`: how many of them have another value now. */
export interface Since {
  readonly weeks: number;
  readonly verdict: ProofVerdict;
}

/** Where a proof stands on a day; `asExpected`: null where nothing is said either way. */
export interface Standing {
  readonly state: ProofState;
  readonly asExpected: boolean | null;
}
