import { isThin } from '@passerelle/measure';
import { METHODS, type Method } from './calibrate-rivals.ts';
import type { Series } from './calibrate-series.ts';

/** How long before and after, in weeks: the designs of the study. */
export const DESIGNS = [
  { before: 26, after: 8 },
  { before: 52, after: 8 },
  { before: 104, after: 12 },
] as const;
export type Design = (typeof DESIGNS)[number];
export type MethodName = keyof typeof METHODS;

export interface Trial {
  readonly windows: number;
  /** Shares of windows, 0 to 1: called an effect where there is none; 80 % range that holds none; +80 % put in and called. */
  readonly alarms: number;
  readonly held80: number;
  readonly found: number;
  /** Interval score of the 80 % range on the logarithmic scale (less is better), and its width alone, means. */
  readonly score: number;
  readonly width95: number;
}

const PUT_IN = 1.8;

/** Windows in which nothing is known to have happened, one after the other, where enough was counted before. */
export function windowsOf(series: readonly Series[], { before, after }: Design): readonly (readonly number[])[] {
  const all: (readonly number[])[] = [];
  for (const { weeks } of series)
    for (let from = 0; from + before + after <= weeks.length; from += after) {
      const window = weeks.slice(from, from + before + after);
      if (!isThin(window.slice(0, before))) all.push(window);
    }
  return all;
}

export function trialOf(windows: readonly (readonly number[])[], { before }: Design, name: MethodName): Trial {
  const method: Method = METHODS[name];
  let [tried, alarms, held, found, score, width] = [0, 0, 0, 0, 0, 0];
  for (const weeks of windows) {
    const told = method(weeks, before);
    if (told === undefined) continue;
    const { range80, range95 } = told;
    tried += 1;
    if (range95.low > 0 || range95.high < 0) alarms += 1;
    if (range80.low <= 0 && range80.high >= 0) held += 1;
    score += range80.high - range80.low + 10 * Math.max(0, range80.low, -range80.high);
    width += range95.high - range95.low;
    const raised = method(
      weeks.map((week, n) => (n < before ? week : Math.round(week * PUT_IN))),
      before,
    );
    if ((raised?.range95.low ?? 0) > 0) found += 1;
  }
  return {
    windows: tried,
    alarms: alarms / tried,
    held80: held / tried,
    found: found / tried,
    score: score / tried,
    width95: width / tried,
  };
}
