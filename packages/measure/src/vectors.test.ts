import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeShared, sharedPath } from '../../../tools/testing/shared.ts';
import {
  absenceFactor,
  gini,
  kaplanMeier,
  medianRanks,
  newcombe10,
  poissonExact,
  quantile,
  topShare,
  wilson,
} from './index.ts';
import type { Step } from './index.ts';

/** Numbers computed elsewhere, by two other programs. */
function vector<T>(name: string): T {
  return JSON.parse(readFileSync(sharedPath('vectors', `${name}.json`) ?? '', 'utf8')) as T;
}

type Pair = readonly [number, number];

function expectPair(found: { low: number; high: number }, [low, high]: Pair, tolerance: number): void {
  // The published values are rounded to eight digits.
  expect(Math.abs(found.low - low)).toBeLessThanOrEqual(tolerance * Math.max(1, low));
  expect(Math.abs(found.high - high)).toBeLessThanOrEqual(tolerance * Math.max(1, high));
}

interface WantedStep {
  time: number;
  at_risk: number;
  events: number;
  survival: number;
  greenwood_se: number;
}

function sameStep(step: Step, wanted: WantedStep | undefined, tolerance: number): void {
  expect(step).toMatchObject({ time: wanted?.time, atRisk: wanted?.at_risk, events: wanted?.events });
  expect(Math.abs(step.survival - (wanted?.survival ?? 9))).toBeLessThanOrEqual(tolerance);
  expect(Math.abs(step.error - (wanted?.greenwood_se ?? 9))).toBeLessThanOrEqual(tolerance);
}

describeShared('measure beside the vectors', () => {
  test('intervals', () => {
    const given = vector<{
      wilson95: { x: number; n: number; ci: Pair }[];
      difference_newcombe10: { x1: number; n1: number; x2: number; n2: number; expect: [number, number, number] }[];
      poisson_exact95: { count: number; ci: Pair }[];
      median_rank_interval: { n: number; expect: { lower_rank: number; upper_rank: number; coverage: number } }[];
      tol: number;
    }>('intervals');
    for (const { x, n, ci } of given.wilson95) expectPair(wilson(x, n), ci, given.tol);
    for (const { count, ci } of given.poisson_exact95) expectPair(poissonExact(count), ci, given.tol);
    for (const {
      x1,
      n1,
      x2,
      n2,
      expect: [value, low, high],
    } of given.difference_newcombe10) {
      const found = newcombe10({ successes: x1, trials: n1 }, { successes: x2, trials: n2 });
      expect(found.value).toBeCloseTo(value, 9);
      expectPair(found, [low, high], given.tol);
    }
    for (const { n, expect: ranks } of given.median_rank_interval) {
      const found = medianRanks(n);
      expect(found).toMatchObject({ lower: ranks.lower_rank, upper: ranks.upper_rank });
      expect(Math.abs((found?.coverage ?? 0) - ranks.coverage)).toBeLessThanOrEqual(given.tol);
    }
    expect(given.wilson95.length + given.poisson_exact95.length).toBeGreaterThan(4);
  });

  test('survival', () => {
    interface Case {
      time: number[];
      event: number[];
      expect: {
        steps: WantedStep[];
        median: number | null;
        p90: number | null;
      };
    }
    const given = vector<{ cases: Case[]; tol: number }>('survival');
    expect(given.cases.length).toBeGreaterThan(0);
    for (const { time, event, expect: wanted } of given.cases) {
      const curve = kaplanMeier(time.map((each, place) => ({ time: each, event: event[place] === 1 })));
      expect(curve.steps).toHaveLength(wanted.steps.length);
      for (const [place, step] of curve.steps.entries()) sameStep(step, wanted.steps[place], given.tol);
      expect(quantile(curve, 0.5) ?? null).toBe(wanted.median);
      expect(quantile(curve, 0.9) ?? null).toBe(wanted.p90);
    }
  });

  test('concentration', () => {
    interface Case {
      contributions: number[];
      expect: { contributor_absence_factor: number; gini: number; top1_share: number };
    }
    const given = vector<{ cases: Case[]; tol: number }>('concentration');
    expect(given.cases.length).toBeGreaterThan(0);
    for (const { contributions, expect: wanted } of given.cases) {
      const holdings = contributions.map((each) => ({ each, persons: 1 }));
      expect(absenceFactor(holdings)).toBe(wanted.contributor_absence_factor);
      expect(Math.abs((gini(holdings) ?? 9) - wanted.gini)).toBeLessThanOrEqual(given.tol);
      expect(Math.abs((topShare(holdings, 0.01) ?? 9) - wanted.top1_share)).toBeLessThanOrEqual(given.tol);
    }
  });
});
