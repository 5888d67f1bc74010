import type { Interval } from '@passerelle/measure';

/** Why nothing is said of the day a key result is for. */
export const NO_FORECASTS = ['not_covered', 'not_by_week', 'short', 'gaps', 'steady', 'over'] as const;
export type NoForecast = (typeof NO_FORECASTS)[number];

export interface FanPoint extends Interval {
  readonly day: string;
  readonly median: number;
}

/** What is expected of a key result on its day. */
export interface Expected {
  readonly median: number;
  readonly range50: Interval;
  readonly range80: Interval;
  readonly range95: Interval;
  /** Of the target; undefined with fewer than thirteen weeks of history. */
  readonly chance: number | undefined;
  /** Some days on the way, the last one its own. */
  readonly fan: readonly FanPoint[];
}

/** One forecast as it is kept. */
export interface KeptForecast {
  readonly keyResultId: string;
  /** The last day that was known, and the last of the window it speaks of. */
  readonly day: string;
  readonly aimDay: string;
  readonly madeAt: Date;
  readonly weeks: number;
  readonly target: number;
  readonly wanted: 'at_least' | 'at_most';
  readonly expected: Expected | undefined;
  /** Set without `expected`. */
  readonly missing: NoForecast | undefined;
}

/** A forecast whose day came, with what came. */
export interface Scored extends KeptForecast {
  readonly came: number;
}
