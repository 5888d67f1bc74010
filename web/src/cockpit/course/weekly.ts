import type { KeyResultView } from '#cockpit/course/key-results/wire.ts';
import { addDays, lengthOf } from '#web/cockpit/health/days.ts';

/** One week on the way from the baseline to the due day, or to today where that is later. */
export interface WeekPoint {
  /** The last day of the week. */
  readonly day: string;
  readonly line: number;
  readonly reading: KeyResultView['readings'][number] | undefined;
}

const WEEK = 7;

/**
 * The way, week by week: where the straight line stands at the end of each, and what was measured for it. Readings are
 * of whole weeks, so each has its place; a week without one is a gap.
 */
export function weeksOf(keyResult: KeyResultView, today: string): readonly WeekPoint[] {
  const { baseline, target, due, readings } = keyResult;
  const first = addDays(baseline.until, -1);
  const length = Math.max(1, lengthOf({ from: baseline.until, until: due }));
  const weeks = Math.ceil(lengthOf({ from: first, until: due > today ? due : today }) / WEEK);
  const known = new Map(readings.map((reading) => [reading.day, reading]));
  return Array.from({ length: weeks + 1 }, (_, n) => {
    const day = addDays(first, n * WEEK);
    const share = Math.min(1, (n * WEEK) / length);
    const start = { day, takenAt: '', value: baseline.value, low: baseline.low, high: baseline.high, because: null };
    return {
      day,
      line: baseline.value + (target - baseline.value) * share,
      reading: known.get(day) ?? (n === 0 ? start : undefined),
    };
  });
}
