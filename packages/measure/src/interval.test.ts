import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  difference,
  effectiveSize,
  MEDIAN_MINIMUM,
  medianOf,
  medianRanks,
  poissonExact,
  sideOfZero,
  wilson,
} from './index.ts';

const RUNS = { numRuns: 1000 };
const counted = fc
  .integer({ min: 1, max: 5000 })
  .chain((trials) => fc.record({ trials: fc.constant(trials), successes: fc.integer({ min: 0, max: trials }) }));

describe('a share', () => {
  test('lies in its interval, which lies in 0…1', () => {
    fc.assert(
      fc.property(counted, ({ successes, trials }) => {
        const { low, value, high } = wilson(successes, trials);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(value);
        expect(value).toBeLessThanOrEqual(high);
      }),
      RUNS,
    );
  });

  test('seen from the other side is the same interval turned round', () => {
    fc.assert(
      fc.property(counted, ({ successes, trials }) => {
        const seen = wilson(successes, trials);
        const turned = wilson(trials - successes, trials);
        expect(turned.low).toBeCloseTo(1 - seen.high, 10);
        expect(turned.high).toBeCloseTo(1 - seen.low, 10);
      }),
      RUNS,
    );
  });

  test('is known better when ten times as many were asked', () => {
    fc.assert(
      fc.property(counted, ({ successes, trials }) => {
        const few = wilson(successes, trials);
        const many = wilson(successes * 10, trials * 10);
        expect(many.high - many.low).toBeLessThan(few.high - few.low);
      }),
      RUNS,
    );
  });
});

describe('a difference', () => {
  test('turned round is its own negative, and holds its value', () => {
    fc.assert(
      fc.property(counted, counted, (a, b) => {
        const [first, second] = [wilson(a.successes, a.trials), wilson(b.successes, b.trials)];
        const there = difference(first, second);
        const back = difference(second, first);
        expect(back.low).toBeCloseTo(-there.high, 12);
        expect(there.low).toBeLessThanOrEqual(there.value);
        expect(there.value).toBeLessThanOrEqual(there.high);
      }),
      RUNS,
    );
  });

  test('between equals is around zero', () => {
    fc.assert(
      fc.property(counted, (a) => {
        const same = wilson(a.successes, a.trials);
        expect(sideOfZero(difference(same, same))).toBe('around');
      }),
      RUNS,
    );
  });

  test('with an unknown upper end is known on one side only', () => {
    const open = { value: 5, low: 4, high: Infinity };
    expect(difference(open, { value: 1, low: 0, high: 2 })).toEqual({ value: 4, low: 4 - Math.SQRT2, high: Infinity });
  });
});

describe('a count', () => {
  test('grows with its interval, which always holds it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000 }), (count) => {
        const here = poissonExact(count);
        const next = poissonExact(count + 1);
        expect(here.low).toBeLessThanOrEqual(count);
        expect(here.high).toBeGreaterThan(count);
        expect(next.low).toBeGreaterThan(here.low);
        expect(next.high).toBeGreaterThan(here.high);
      }),
      { numRuns: 200 },
    );
  });

  test('is covered 95 times in 100 or more, whatever the mean', () => {
    for (const mean of [0.3, 1, 3.7, 12, 40]) {
      let covered = 0;
      let chance = Math.exp(-mean);
      for (let count = 0; count < mean + 12 * Math.sqrt(mean) + 20; count += 1) {
        const { low, high } = poissonExact(count);
        if (low <= mean && mean <= high) covered += chance;
        chance *= mean / (count + 1);
      }
      expect(covered).toBeGreaterThanOrEqual(0.95);
    }
  });
});

describe('a median', () => {
  test('needs six values', () => {
    expect(medianRanks(MEDIAN_MINIMUM - 1)).toBeUndefined();
    expect(medianRanks(MEDIAN_MINIMUM)).toMatchObject({ lower: 1, upper: 6 });
    expect(medianOf([3, 1, 2])).toBeUndefined();
  });

  test('is covered by its ranks with 95 % at least, and not by narrower ones', () => {
    for (let n = MEDIAN_MINIMUM; n < 3000; n += 1 + Math.floor(n / 50)) {
      const ranks = medianRanks(n);
      expect(ranks?.coverage).toBeGreaterThanOrEqual(0.95);
      expect((ranks?.lower ?? 0) + (ranks?.upper ?? 0)).toBe(n + 1);
      expect(ranks?.coverage).toBeLessThan(n < 9 ? 1 : 0.995);
    }
  });

  test('moves with its values', () => {
    const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 6, maxLength: 60 });
    fc.assert(
      fc.property(values, fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 9 }), (list, shift, scale) => {
        const before = medianOf(list);
        const after = medianOf(list.map((value) => value * scale + shift));
        for (const end of ['low', 'value', 'high'] as const) {
          expect(after?.[end]).toBeCloseTo((before?.[end] ?? 0) * scale + shift, 9);
        }
      }),
      RUNS,
    );
  });
});

test('equal weights count as many draws as they are, one heavy weight as one', () => {
  expect(effectiveSize(30, 30)).toBe(30);
  expect(effectiveSize(1000, 1000 * 1000)).toBe(1);
  expect(effectiveSize(0, 0)).toBe(0);
});
