import type { WeekOfFigure } from '#cockpit/figures/index.ts';
import { addDays, mondayFrom, mondayOf } from '#kernel/day.ts';
import type { Series, SeriesWeek, Wanted } from './model.ts';

/** So many weeks before the start are looked at, at most: two years and a half hold an annual wave. */
const MOST_BEFORE = 130;
/** A place with so many contributions in half of its weeks is not silent for a whole one by chance. */
const NEVER_SILENT = 12;
const MOST_MISSING = 0.1;

/** The days over which a series is asked for: whole weeks, the one a start cuts through among those before. */
export function spanOf({ startDay, weeks }: Pick<Wanted, 'startDay' | 'weeks'>) {
  const first = mondayFrom(startDay);
  return { from: addDays(first, -7 * MOST_BEFORE), start: first, until: addDays(first, 7 * weeks) };
}

/**
 * The value of one week. A week of which a part only was watched has none. A share below its smallest sample counts with
 * its own noise: the sum averages over weeks, and no week is told alone.
 */
export function valueOfWeek({ value, partial }: WeekOfFigure, unit: string): number | null {
  if (partial || value.state === 'unavailable') return null;
  if (value.state === 'value') return value.value;
  return unit === 'share' && value.of > 0 ? value.n / value.of : null;
}

interface Read {
  readonly unit: string;
  readonly startDay: string;
  readonly main: readonly WeekOfFigure[];
  /** The same as whoever may see the least is told it; undefined: nothing of it. */
  readonly guarded: readonly WeekOfFigure[] | undefined;
  readonly controls: readonly (readonly WeekOfFigure[])[];
  readonly outages: readonly string[];
}

/** Lays weeks and controls beside each other, from the first week that says something to the last. */
export function seriesOf({ unit, startDay, main, guarded, controls, outages }: Read): Series {
  const shown = new Set((guarded ?? []).flatMap(({ from, value }) => (value.state === 'unavailable' ? [] : [from])));
  const cut = mondayOf(startDay) === startDay ? undefined : mondayOf(startDay);
  const out = new Set(outages);
  const all = main.map((point): SeriesWeek => {
    const isLeftOut = point.from === cut || out.has(point.from);
    return {
      from: point.from,
      value: isLeftOut ? null : valueOfWeek(point, unit),
      isHidden: !shown.has(point.from),
    };
  });
  const first = all.findIndex(({ value }) => value !== null);
  const last = all.findLastIndex(({ value }) => value !== null);
  const weeks = first < 0 ? [] : all.slice(first, last + 1);
  const before = weeks.filter(({ from }) => from < mondayFrom(startDay)).length;
  const kept = controls.flatMap((control) => controlOf(control, weeks, { unit, before }) ?? []);
  return {
    of: unit === 'share' || unit === 'index' ? 'rates' : 'counts',
    weeks,
    before,
    controls: kept,
    controlsLost: controls.length - kept.length,
    outages: outages.filter((day) => day >= mondayFrom(startDay)),
  };
}

/** A control of the same weeks; gaps of a few are closed by the week before, a control full of gaps says nothing. */
function controlOf(
  points: readonly WeekOfFigure[],
  weeks: readonly SeriesWeek[],
  { unit, before }: { readonly unit: string; readonly before: number },
): readonly (readonly number[])[] | undefined {
  const byDay = new Map(points.map((point) => [point.from, valueOfWeek(point, unit)]));
  const values = weeks.map(({ from }) => byDay.get(from) ?? null);
  const missing = values.filter((value) => value === null).length;
  if (missing > MOST_MISSING * values.length) return undefined;
  let last = values.find((value) => value !== null) ?? 0;
  const closed = values.map((value) => (last = value ?? last));
  const varies = closed.slice(0, before).some((value) => value !== closed[0]);
  return varies ? [closed] : undefined;
}

/** How much was written in each place in a week. */
export interface PlaceWeek {
  readonly place: string;
  readonly from: string;
  readonly n: number;
}

/**
 * Weeks without a word in a place that is never silent, between its first and its last: the place was not listened to.
 * `mondays`: all weeks that were asked about.
 */
export function outagesIn(rows: readonly PlaceWeek[], mondays: readonly string[]): readonly string[] {
  const silent = new Set<string>();
  for (const own of Map.groupBy(rows, ({ place }) => place).values()) {
    const counts = new Map(own.filter(({ n }) => n > 0).map(({ from, n }) => [from, n]));
    const days = [...counts.keys()].toSorted();
    const between = mondays.filter((day) => day >= (days[0] ?? '9') && day <= (days.at(-1) ?? ''));
    const usual = between.map((day) => counts.get(day) ?? 0).toSorted((a, b) => a - b)[Math.floor(between.length / 2)];
    if ((usual ?? 0) < NEVER_SILENT) continue;
    for (const day of between) if (!counts.has(day)) silent.add(day);
  }
  return [...silent].toSorted();
}
