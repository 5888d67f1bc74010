import {
  forecastRate,
  forecastTotal,
  PATHS,
  type Aim,
  type Forecast,
  type Interval,
  type Part,
} from '@passerelle/measure';
import type { PastWeek } from '#cockpit/course/measuring/index.ts';
import { addDays, daysBetween, mondayOf } from '#kernel/day.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Expected, FanPoint, NoForecast } from './model.ts';

/**
 * How weeks make up a figure. `flow`: what is counted over weeks, a person once however many weeks he is seen in;
 * `share`: so many of so many, week by week; `stock`: how things stand at the end. Other figures cannot be said by week.
 */
export type Made = 'flow' | 'share' | 'stock';
const MADE: Readonly<Record<string, Made>> = {
  active_members: 'flow',
  new_contributors: 'flow',
  reactors: 'flow',
  reactivated: 'flow',
  lifecycle_state: 'stock',
  at_risk: 'stock',
  welcomed_24h: 'share',
  reply_coverage_7d: 'share',
  member_answered_share: 'share',
  solo_threads: 'share',
  presence: 'share',
  reply_sla: 'share',
  sentiment: 'share',
};

export function madeOf(figure: string): Made | undefined {
  return Object.hasOwn(MADE, figure) ? MADE[figure] : undefined;
}

/** Weeks that may be unknown among those the history holds. */
const MOST_GAPS = 0.1;
/** A share of a whole window may differ so much from that of its weeks. */
const SAME_SHARE = 0.02;
const MOST_FAN = 6;
/** How many past weeks say how many will be asked. */
const USUAL_WEEKS = 13;

export interface Outlook {
  readonly figure: string;
  /** Weeks of the window it is measured over. */
  readonly span: number;
  /** The newest value, of the window that ends with the last of the weeks. */
  readonly latest: number;
  /** The oldest first. */
  readonly weeks: readonly PastWeek[];
  /** The last day of the last week. */
  readonly day: string;
  readonly due: string;
  readonly aim: Aim;
  readonly seed: number;
}

/** The last day of the last week that is over on a day. */
export function aimDayOf(due: string): string {
  return addDays(mondayOf(addDays(due, 1)), -1);
}

/** No forecast, and why not: said beside the key result, where nothing was refused to anybody. */
const none = (why: NoForecast): Result<never, NoForecast> => no(why);

/** What a key result will be on its day, from its weeks. The same weeks and seed give the same answer. */
export function expectedOf(outlook: Outlook): Result<Expected, NoForecast> {
  const made = madeOf(outlook.figure);
  const ahead = daysBetween(outlook.day, aimDayOf(outlook.due)) / 7;
  if (ahead < 1) return none('over');
  if (made === undefined) return none('not_covered');
  const weeks = known(outlook.weeks);
  const gaps = weeks.filter((week) => week === null).length;
  if (weeks.length === 0) return none('not_by_week');
  if (gaps > MOST_GAPS * weeks.length) return none('gaps');
  const told = made === 'share' ? sharesOf(outlook, weeks) : countsOf(outlook, weeks, made);
  if (!told.ok) return told;
  if (weeks.length - gaps < FEWEST_WEEKS) return none('short');
  const end = told.value(ahead);
  if (end === undefined) return none('steady');
  return yes({ ...end, chance: end.chance, fan: fanOf(outlook.day, ahead, end, told.value) });
}

const FEWEST_WEEKS = 6;

/** Weeks from the first one that is known. */
function known(weeks: readonly PastWeek[]): readonly PastWeek[] {
  const first = weeks.findIndex((week) => week !== null);
  return first < 0 ? [] : weeks.slice(first);
}

/** A forecast so many weeks ahead, by so many drawn futures; the usual number unless said. */
type Ahead = (weeks: number, paths?: number) => Forecast | undefined;
/** What is only drawn on the way needs no finer ends. */
const FAN_PATHS = 1000;

function countsOf(
  { span, latest, aim, seed }: Outlook,
  weeks: readonly PastWeek[],
  made: 'flow' | 'stock',
): Result<Ahead, NoForecast> {
  const window = made === 'stock' ? 1 : span;
  const counts = weeks.map((week) => week?.value ?? null);
  const own = counts.slice(-window);
  if (own.length < window || own.includes(null)) return none(own.length < window ? 'short' : 'gaps');
  const sum = total(own);
  // Somebody seen in three weeks is one person of the window: so many of the sum of weeks are persons of the whole.
  const share = made === 'stock' ? 1 : latest / sum;
  if (!(share > 0 && share <= 1 + 1e-9) || counts.some((count) => count !== null && count < 0))
    return none('not_by_week');
  return yes((ahead, paths = PATHS) => {
    const { remaining, waiting, gone } = splitOf(window, ahead);
    const done = total(gone === 0 ? [] : counts.slice(-gone));
    const scaled = { target: aim.target / share, wanted: aim.wanted };
    const found = forecastTotal({ weeks: counts, done, remaining, waiting, seed, aim: scaled, paths });
    return found === undefined ? undefined : stretched(found, share);
  });
}

function sharesOf({ span, latest, aim, seed }: Outlook, weeks: readonly PastWeek[]): Result<Ahead, NoForecast> {
  // A week in which nobody asked says nothing of the share.
  const parts = weeks.map((week) => (week === null || week.of === 0 ? null : { met: week.n, of: week.of }));
  if (weeks.slice(-span).includes(null)) return none('gaps');
  const own = together(parts.slice(-span));
  if (own.of === 0 || Math.abs(own.met / own.of - latest) > SAME_SHARE) return none('not_by_week');
  const usual = weeks.slice(-USUAL_WEEKS).flatMap((week) => week?.of ?? []);
  const asked = Math.round(total(usual) / Math.max(1, usual.length));
  return yes((ahead, paths = PATHS) => {
    const { remaining, waiting, gone } = splitOf(span, ahead);
    const done = together(gone === 0 ? [] : parts.slice(-gone));
    return forecastRate({
      weeks: parts,
      done,
      ahead: Array.from({ length: remaining }, () => asked),
      waiting,
      seed,
      aim,
      paths,
    });
  });
}

/** Of a window that ends so many weeks ahead: weeks to come, weeks before its first one, weeks that are over. */
function splitOf(window: number, ahead: number) {
  const remaining = Math.min(window, ahead);
  return { remaining, waiting: ahead - remaining, gone: window - remaining };
}

function total(values: readonly (number | null)[]): number {
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

function together(parts: readonly (Part | null)[]): Part {
  return { met: total(parts.map((part) => part?.met ?? 0)), of: total(parts.map((part) => part?.of ?? 0)) };
}

function stretched({ median, range50, range80, range95, ...told }: Forecast, by: number): Forecast {
  const around = ({ low, high }: Interval): Interval => ({ low: low * by, high: high * by });
  return {
    ...told,
    median: median * by,
    range50: around(range50),
    range80: around(range80),
    range95: around(range95),
  };
}

function fanOf(day: string, ahead: number, end: Forecast, at: Ahead): readonly FanPoint[] {
  const count = Math.min(MOST_FAN, ahead);
  const stops = Array.from({ length: count }, (_, n) => Math.max(1, Math.round(((n + 1) * ahead) / count)));
  return [...new Set(stops)].flatMap((weeks) => {
    const found = weeks === ahead ? end : at(weeks, FAN_PATHS);
    return found === undefined ? [] : { day: addDays(day, 7 * weeks), median: found.median, ...found.range80 };
  });
}

/** A whole number that is the same for the same text (FNV-1a, 32 bits). */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}
