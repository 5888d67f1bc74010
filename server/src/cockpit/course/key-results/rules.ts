import { addDays, daysBetween } from '#kernel/day.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Unit } from '#cockpit/figures/index.ts';
import type { KeyResult, Pace, PaceState, Reading, Value } from './model.ts';

/** So much of the way from baseline to target may be missing, or done beforehand, and still be on course. */
export const TOLERANCE = 0.1;
/** A reading that ends earlier than so many days ago says nothing of today. */
export const OLD_DAYS = 31;
/** The round of a day comes some seconds sooner after the last one than a day: it asks for less. */
export const HOURS_BETWEEN_ROUNDS = 12;

type Line = Pick<KeyResult, 'baseline' | 'target' | 'due'>;

/** Where the straight line from the baseline to the target stands at the end of a day; flat before and after it. */
export function lineAt({ baseline, target, due }: Line, day: string): number {
  const length = Math.max(1, daysBetween(baseline.until, due));
  const gone = daysBetween(baseline.until, addDays(day, 1));
  return baseline.value + (target - baseline.value) * Math.min(1, Math.max(0, gone / length));
}

/** Whether a value is at the target or beyond, on the side where the target lies. */
export function isReached({ baseline, target }: Line, value: number): boolean {
  return target > baseline.value ? value >= target : value <= target;
}

/** Where a key result stands: what was measured last against the line, on the day it was measured for. */
export function paceOf(line: Line, reading: Reading | undefined, today: string): Pace {
  const expected = lineAt(line, reading?.day ?? today);
  const unknown = (because: NonNullable<Pace['because']>): Pace => ({
    state: 'cannot_tell',
    because,
    expected,
    progress: null,
  });
  if (reading === undefined) return unknown('not_measured');
  if (reading.value === null) return unknown('missing');
  const { baseline, target } = line;
  const way = target - baseline.value;
  const progress = (reading.value - baseline.value) / way;
  if (daysBetween(reading.day, today) > OLD_DAYS) return { ...unknown('old'), progress };
  if (isReached(line, reading.value)) return { state: 'reached', because: null, expected, progress };
  if (holdsBoth(reading, baseline.value, target)) return { ...unknown('too_wide'), progress };
  return { state: wordFor(progress - (expected - baseline.value) / way), because: null, expected, progress };
}

function wordFor(lead: number): PaceState {
  // What is a tenth up to rounding is a tenth.
  const near = TOLERANCE + 1e-9;
  if (lead > near) return 'ahead';
  return lead < -near ? 'behind' : 'on_course';
}

/** The interval holds start and target alike: chance alone may explain where the value stands. */
export function holdsBoth({ low, high }: Pick<Value, 'low' | 'high'>, start: number, target: number): boolean {
  const from = low ?? Number.NEGATIVE_INFINITY;
  const until = high ?? Number.POSITIVE_INFINITY;
  return from <= Math.min(start, target) && until >= Math.max(start, target);
}

/** Whether a reading is so many hours old, or there is none. */
export function isReadingDue(reading: Pick<Reading, 'takenAt'> | undefined, now: Date, hours: number): boolean {
  return reading === undefined || now.getTime() - reading.takenAt.getTime() >= hours * 3_600_000;
}

export type AimCode =
  | 'key-result/target_is_baseline'
  | 'key-result/target_impossible'
  | 'key-result/due_past'
  | 'key-result/due_after_horizon';

interface Aim {
  readonly unit: Unit;
  readonly maySink: boolean;
  readonly baseline: number;
  readonly target: number;
  readonly due: string;
  readonly today: string;
  readonly horizon: string;
}

/** Refuses a target that is no target, one the figure cannot have, and a day that is over or beyond the objective's. */
export function checkedAim({ unit, maySink, baseline, ...aim }: Aim): Result<undefined, AimCode> {
  const { target, due, today, horizon } = aim;
  if (target === baseline) return no('key-result/target_is_baseline');
  if ((target < 0 && !maySink) || (isShareLike(unit) && target > 1)) return no('key-result/target_impossible');
  if (due <= today) return no('key-result/due_past');
  if (due > horizon) return no('key-result/due_after_horizon', { horizon });
  return yes(undefined);
}

function isShareLike(unit: Unit): boolean {
  return unit === 'share' || unit === 'index';
}

/** Days up to which to read the figure back, from the baseline to the newest, whole weeks apart and at most so many. */
export function daysToReadBack(from: string, newest: string, most: number): readonly string[] {
  const span = daysBetween(from, newest);
  const step = 7 * Math.max(1, Math.ceil(span / most / 7));
  const days: string[] = [];
  for (let day = addDays(newest, -step); day >= from; day = addDays(day, -step)) days.unshift(day);
  return days;
}
