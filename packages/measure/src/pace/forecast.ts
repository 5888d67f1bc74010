import { drawsOf, sampleQuantile } from '../draws.ts';
import type { Week } from '../effect/engine.ts';
import type { Interval } from '../interval.ts';
import { futures } from './paths.ts';

export type Word = 'on_course' | 'likely' | 'open' | 'unlikely' | 'out_of_reach';

export interface Aim {
  readonly target: number;
  /** Whether the key result is kept by reaching the target or by staying at or under it. */
  readonly wanted: 'at_least' | 'at_most';
}

/** What a key result will be when its quarter ends, in its own unit. */
export interface Forecast {
  readonly median: number;
  readonly range50: Interval;
  readonly range80: Interval;
  readonly range95: Interval;
  /** How probable the aim is; undefined without aim, and with fewer than 13 weeks of history. */
  readonly chance: number | undefined;
  readonly word: Word | undefined;
}

export const FEWEST_FOR_CHANCE = 13;
export const PATHS = 4000;

interface Drawn {
  readonly aim?: Aim;
  /** Weeks to come that pass before the first one that counts; none unless said. */
  readonly waiting?: number;
  /** A whole number; the same gives the same forecast. */
  readonly seed: number;
  readonly paths?: number;
}

export interface Total extends Drawn {
  /** Counts of all weeks until now, those of the quarter included; null where the place was not watched. */
  readonly weeks: readonly Week[];
  /** Counted so far in the quarter. */
  readonly done: number;
  readonly remaining: number;
}

const VISIBLE = 3 / 8;

/**
 * The total of a quarter (methods: pace). The effect engine on 2√(y + 3/8), on which counts of any size scatter alike;
 * 4,000 drawn futures. Undefined: fewer than six weeks seen, or weeks that do not vary.
 */
export function forecastTotal({ weeks, done, remaining, waiting = 0, ...drawn }: Total): Forecast | undefined {
  const start = futures(
    weeks.map((week) => (week === null ? null : 2 * Math.sqrt(week + VISIBLE))),
    drawsOf(drawn.seed),
  );
  if (start === undefined) return undefined;
  return summary(weeks, drawn, () => {
    const next = after(waiting, start());
    let sum = done;
    for (let week = 0; week < remaining; week += 1) sum += Math.max(0, Math.max(0, next()) ** 2 / 4 - VISIBLE);
    return sum;
  });
}

export interface Part {
  readonly met: number;
  readonly of: number;
}

export interface Rate extends Drawn {
  readonly weeks: readonly (Part | null)[];
  /** So far in the quarter. */
  readonly done: Part;
  /** How many are expected to be asked in each week that remains. */
  readonly ahead: readonly number[];
}

/**
 * The share of a whole quarter, 0 to 1: the same engine on the logit of (x + ½) ÷ (n + 1), and in each week to come a
 * binomial draw of so many. Undefined as for a total, and where nobody is asked at all.
 */
export function forecastRate({ weeks, done, ahead, waiting = 0, ...drawn }: Rate): Forecast | undefined {
  const asked = ahead.reduce((sum, of) => sum + of, done.of);
  const z = weeks.map((week) => (week === null ? null : Math.log((week.met + 0.5) / (week.of - week.met + 0.5))));
  const draws = drawsOf(drawn.seed);
  const start = asked > 0 ? futures(z, draws) : undefined;
  if (start === undefined) return undefined;
  return summary(z, drawn, () => {
    const next = after(waiting, start());
    let met = done.met;
    for (const of of ahead) met += draws.binomial(of, 1 / (1 + Math.exp(-next())));
    return met / asked;
  });
}

/** A future that has gone on for some weeks. */
function after(weeks: number, next: () => number): () => number {
  for (let week = 0; week < weeks; week += 1) next();
  return next;
}

function summary(weeks: readonly Week[], { aim, paths = PATHS }: Drawn, draw: () => number): Forecast {
  const ends = Float64Array.from({ length: paths }, draw).sort();
  const around = (share: number): Interval => ({
    low: sampleQuantile(ends, (1 - share) / 2),
    high: sampleQuantile(ends, (1 + share) / 2),
  });
  const isKnown = weeks.filter((week) => week !== null).length >= FEWEST_FOR_CHANCE;
  const chance = aim !== undefined && isKnown ? ends.filter((end) => isMet(aim, end)).length / paths : undefined;
  return {
    median: sampleQuantile(ends, 0.5),
    range50: around(0.5),
    range80: around(0.8),
    range95: around(0.95),
    chance,
    word: chance === undefined ? undefined : wordFor(chance),
  };
}

/** Whether an aim is kept by what came. */
export function isMet({ target, wanted }: Aim, came: number): boolean {
  return wanted === 'at_least' ? came >= target : came <= target;
}

/** The word shown for a chance, 0 to 1. */
export function wordFor(chance: number): Word {
  if (chance >= 0.9) return 'on_course';
  if (chance >= 0.6) return 'likely';
  if (chance >= 0.4) return 'open';
  return chance >= 0.1 ? 'unlikely' : 'out_of_reach';
}
