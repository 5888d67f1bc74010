import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeShared, sharedPath } from '../../../../tools/testing/shared.ts';
import { brierOf, forecastTotal, holds, intervalScore, type Forecast } from '../index.ts';

interface Backtest {
  readonly accept: {
    readonly cover80: [number, number];
    readonly cover95: [number, number];
    readonly wis_ratio_to_linear_pace_max: number;
    readonly brier_max_ratio_to_yes_no_pace: number;
  };
}

function vector<T>(name: string): T {
  return JSON.parse(readFileSync(sharedPath('vectors', `${name}.json`) ?? '', 'utf8')) as T;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const [HISTORY, QUARTER] = [26, 13];

/** Quarters laid end to end, each with the half year before it, where enough was counted. */
function quarters(): readonly (readonly number[])[] {
  const { series } = vector<{ series: { y: number[] }[] }>('calibration-real');
  return series.flatMap(({ y }) => {
    const found: number[][] = [];
    for (let from = 0; from + HISTORY + QUARTER <= y.length; from += QUARTER)
      found.push(y.slice(from, from + HISTORY + QUARTER));
    return found.filter((weeks) => medianOf(weeks.slice(0, HISTORY)) >= 5);
  });
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2;
}

/** The straight line: as many a week as so far, scattered as counts are. */
function straightLine(done: number, elapsed: number): Forecast {
  const rest = (done / elapsed) * (QUARTER - elapsed);
  const around = (z: number) => ({ low: done + rest - z * Math.sqrt(rest), high: done + rest + z * Math.sqrt(rest) });
  const ranges = { range50: around(0.6745), range80: around(1.2816), range95: around(1.96) };
  return { median: done + rest, ...ranges, chance: undefined, word: undefined };
}

describeShared('the pace of real quarters', () => {
  test.each([3, 6, 9])('after %i weeks', (elapsed) => {
    const { accept } = vector<Backtest>('kr-backtest-real');
    const found = { quarters: 0, held80: 0, held95: 0, wis: 0, lineWis: 0, brier: 0, lineBrier: 0 };
    for (const [seed, weeks] of quarters().entries()) {
      const usual = (sum(weeks.slice(0, HISTORY)) / HISTORY) * QUARTER;
      const [done, came] = [sum(weeks.slice(HISTORY, HISTORY + elapsed)), sum(weeks.slice(HISTORY))];
      const known = { weeks: weeks.slice(0, HISTORY + elapsed), done, remaining: QUARTER - elapsed };
      found.quarters += 1;
      for (const share of [0.8, 1, 1.2]) {
        const target = share * usual;
        const aim = { target, wanted: 'at_least' } as const;
        const forecast = forecastTotal({ ...known, seed, aim, paths: 800 });
        if (forecast === undefined) throw new Error('no forecast');
        found.held80 += holds(forecast.range80, came) ? 1 / 3 : 0;
        found.held95 += holds(forecast.range95, came) ? 1 / 3 : 0;
        found.wis += intervalScore(forecast, came) / usual;
        found.lineWis += intervalScore(straightLine(done, elapsed), came) / usual;
        found.brier += brierOf(forecast.chance ?? Number.NaN, came >= target);
        found.lineBrier += brierOf((done / elapsed) * QUARTER >= target ? 1 : 0, came >= target);
      }
    }
    expect(found.quarters).toBe(74);
    expect(found.held80 / found.quarters).toBeGreaterThanOrEqual(accept.cover80[0]);
    expect(found.held80 / found.quarters).toBeLessThanOrEqual(accept.cover80[1]);
    // No upper bound: with six weeks gone all 74 held in the reference too.
    expect(found.held95 / found.quarters).toBeGreaterThanOrEqual(accept.cover95[0]);
    expect(found.wis / found.lineWis).toBeLessThanOrEqual(accept.wis_ratio_to_linear_pace_max);
    expect(found.brier / found.lineBrier).toBeLessThanOrEqual(accept.brier_max_ratio_to_yes_no_pace);
  });
});
