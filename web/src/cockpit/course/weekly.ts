import type { ForecastView } from '#cockpit/course/pace/wire.ts';
import type { CourseKeyResult } from '#cockpit/course/wire.ts';
import { addDays, lengthOf } from '#web/cockpit/health/days.ts';

/** One week on the way from the baseline to the due day, or to today where that is later. */
export interface WeekPoint {
  /** The last day of the week. */
  readonly day: string;
  readonly line: number;
  readonly reading: CourseKeyResult['readings'][number] | undefined;
  /** Where the line of what was measured runs: straight over weeks nobody measured, broken where there was no value. */
  readonly drawn: Drawn | undefined;
  /** What is expected, from the last reading on. */
  readonly expected: Fan | undefined;
}

export type Fan = Readonly<Record<'median' | 'low' | 'high', number>>;

export interface Drawn {
  readonly value: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
}

const WEEK = 7;

/**
 * The way, week by week: where the straight line stands at the end of each, and what was measured for it. Readings are
 * of whole weeks, so each has its place; a week without one is a gap.
 */
export function weeksOf(keyResult: CourseKeyResult, today: string): readonly WeekPoint[] {
  const { baseline, target, due, readings } = keyResult;
  const first = addDays(baseline.until, -1);
  const length = Math.max(1, lengthOf({ from: baseline.until, until: due }));
  const weeks = Math.ceil(lengthOf({ from: first, until: due > today ? due : today }) / WEEK);
  const known = new Map(readings.map((reading) => [reading.day, reading]));
  const points = Array.from({ length: weeks + 1 }, (_, n) => {
    const day = addDays(first, n * WEEK);
    const share = Math.min(1, (n * WEEK) / length);
    const start = { day, takenAt: '', value: baseline.value, low: baseline.low, high: baseline.high, because: null };
    return {
      day,
      line: baseline.value + (target - baseline.value) * share,
      reading: known.get(day) ?? (n === 0 ? start : undefined),
    };
  });
  const fan = fanOf(keyResult);
  return points.map((point, at) => ({ ...point, drawn: drawnAt(points, at), expected: fanAt(fan, point.day) }));
}

type Point = Omit<WeekPoint, 'drawn' | 'expected'>;

function drawnAt(points: readonly Point[], at: number): Drawn | undefined {
  const here = points[at]?.reading;
  if (here !== undefined) return drawnOf(here);
  const before = points.findLastIndex(({ reading }, place) => place < at && reading !== undefined);
  const after = points.findIndex(({ reading }, place) => place > at && reading !== undefined);
  const [from, until] = [drawnOf(points[before]?.reading), drawnOf(points[after]?.reading)];
  if (from === undefined || until === undefined) return undefined;
  const share = (at - before) / (after - before);
  return {
    value: from.value + (until.value - from.value) * share,
    low: between(from.low, until.low, share),
    high: between(from.high, until.high, share),
  };
}

function drawnOf(reading: Point['reading']): Drawn | undefined {
  if (reading === undefined || reading.value === null) return undefined;
  return { value: reading.value, low: reading.low ?? undefined, high: reading.high ?? undefined };
}

function between(from: number | undefined, until: number | undefined, share: number): number | undefined {
  return from === undefined || until === undefined ? undefined : from + (until - from) * share;
}

type Stop = NonNullable<ForecastView['value']>['fan'][number];

/** The points between which what is expected runs: from what was measured last, where nothing is open, to its day. */
export function fanOf({ forecast, readings }: CourseKeyResult): readonly Stop[] {
  const start = readings.find(({ day }) => day === forecast?.day)?.value;
  if (forecast?.value == null || start == null) return [];
  return [{ day: forecast.day, median: start, low: start, high: start }, ...forecast.value.fan];
}

function fanAt(fan: readonly Stop[], day: string): Fan | undefined {
  const after = fan.findIndex((stop) => stop.day >= day);
  const [from, until] = [fan[after - 1], fan[after]];
  if (until === undefined || (from === undefined && until.day !== day)) return undefined;
  if (from === undefined) return { median: until.median, low: until.low, high: until.high };
  const share = lengthOf({ from: from.day, until: day }) / lengthOf({ from: from.day, until: until.day });
  const at = (name: keyof Fan): number => from[name] + (until[name] - from[name]) * share;
  return { median: at('median'), low: at('low'), high: at('high') };
}
