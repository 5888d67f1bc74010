import fc from 'fast-check';
import { expect, test } from 'vitest';
import { absenceFactor, gini, topShare, type Holding } from './index.ts';

const RUNS = { numRuns: 1000 };
const people = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 300 });
const apart = (contributions: readonly number[]): Holding[] => contributions.map((each) => ({ each, persons: 1 }));

/** Everybody in line by rank, as the definitions are usually written. */
function slowly(contributions: readonly number[]) {
  const sorted = contributions.toSorted((a, b) => b - a);
  const sum = sorted.reduce((total, each) => total + each, 0);
  const most = Math.ceil(sorted.length / 100);
  let people = 0;
  for (let held = 0; held < sum / 2; people += 1) held += sorted[people] ?? 0;
  let apart = 0;
  for (const a of sorted) for (const b of sorted) apart += Math.abs(a - b);
  return {
    top: sorted.slice(0, most).reduce((total, each) => total + each, 0) / sum,
    absence: people,
    gini: apart / (2 * sorted.length * sum),
  };
}

test('the published example of the absence factor', () => {
  expect(absenceFactor(apart([1000, 202, 90, 33, 332, 343, 42, 433]))).toBe(2);
});

test('as counted person by person', () => {
  fc.assert(
    fc.property(people, (contributions) => {
      const wanted = slowly(contributions);
      expect(topShare(apart(contributions), 0.01)).toBeCloseTo(wanted.top, 12);
      expect(absenceFactor(apart(contributions))).toBe(wanted.absence);
      expect(gini(apart(contributions))).toBeCloseTo(wanted.gini, 9);
    }),
    RUNS,
  );
});

test('people with the same number of contributions may be told together', () => {
  fc.assert(
    fc.property(people, (contributions) => {
      const together = new Map<number, number>();
      for (const each of contributions) together.set(each, (together.get(each) ?? 0) + 1);
      const holdings = [...together].map(([each, persons]) => ({ each, persons }));
      expect(topShare(holdings, 0.01)).toBeCloseTo(topShare(apart(contributions), 0.01) ?? -1, 12);
      expect(absenceFactor(holdings)).toBe(absenceFactor(apart(contributions)));
      expect(gini(holdings)).toBeCloseTo(gini(apart(contributions)) ?? -1, 9);
    }),
    RUNS,
  );
});

test('one in a hundred is one person up to a hundred, two from a hundred and one', () => {
  const alike = (persons: number) => topShare([{ each: 3, persons }], 0.01);
  expect(alike(7)).toBeCloseTo(1 / 7, 12);
  expect(alike(100)).toBeCloseTo(1 / 100, 12);
  expect(alike(101)).toBeCloseTo(2 / 101, 12);
  expect(alike(700)).toBeCloseTo(7 / 700, 12);
});

test('nobody: no share, no inequality, nobody missed', () => {
  expect(topShare([], 0.01)).toBeUndefined();
  expect(gini([])).toBeUndefined();
  expect(absenceFactor([])).toBe(0);
});
