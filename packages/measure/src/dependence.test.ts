import fc from 'fast-check';
import { expect, test } from 'vitest';
import { absenceEstimate, concentrationCurve, gini, giniEstimate, type Estimate, type Holding } from './index.ts';

const RUNS = { numRuns: 300 };
const people = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 200 });
const apart = (contributions: readonly number[]): Holding[] => contributions.map((each) => ({ each, persons: 1 }));
const together = (contributions: readonly number[]): Holding[] => {
  const counted = new Map<number, number>();
  for (const each of contributions) counted.set(each, (counted.get(each) ?? 0) + 1);
  return [...counted].map(([each, persons]) => ({ each, persons }));
};

test('the published example: two people make half, and that might be one to four', () => {
  const found = absenceEstimate(apart([1000, 202, 90, 33, 332, 343, 42, 433]));
  expect(found?.value).toBe(2);
  expect(found?.low).toBeGreaterThanOrEqual(1);
  expect(found?.high).toBeLessThanOrEqual(4);
});

const holds = (found: Estimate | undefined, value: number): boolean =>
  found !== undefined && found.low <= value && value <= found.high;

test('the interval holds the value, and does not mind whether equals are told together', () => {
  fc.assert(
    fc.property(people, (contributions) => {
      const [one, other] = [absenceEstimate(apart(contributions)), absenceEstimate(together(contributions))];
      expect(one).toEqual(other);
      expect(holds(one, one?.value ?? -1)).toBe(true);
    }),
    RUNS,
  );
});

test('so does that of Gini’s coefficient', () => {
  fc.assert(
    fc.property(people, (contributions) => {
      const found = giniEstimate(together(contributions));
      const value = gini(apart(contributions)) ?? -1;
      expect(found?.value).toBeCloseTo(value, 9);
      expect(holds(found, found?.value ?? -1)).toBe(true);
    }),
    RUNS,
  );
});

test('the curve rises from nobody to everybody, ever more gently, and passes one half at the absence factor', () => {
  fc.assert(
    fc.property(people, (contributions) => {
      const points = concentrationCurve(together(contributions));
      expect(points[0]).toEqual({ persons: 0, share: 0 });
      expect(points.at(-1)?.persons).toBe(contributions.length);
      expect(points.at(-1)?.share).toBeCloseTo(1, 12);
      const slopes = points.slice(1).map(({ persons, share }, before) => {
        const { persons: there = 0, share: held = 0 } = points[before] ?? {};
        return (share - held) / (persons - there);
      });
      expect(slopes).toEqual(slopes.toSorted((a, b) => b - a));
      const half = absenceEstimate(together(contributions))?.value ?? 0;
      const reached = points.find(({ share }) => share >= 0.5 - 1e-12)?.persons ?? 0;
      expect(half).toBeLessThanOrEqual(reached);
    }),
    RUNS,
  );
});

/** A sequence of numbers between 0 and 1 that is always the same (S. Park and K. Miller, 1988). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

test('samples of a known world: the true Gini and the true half lie inside about as often as is said', () => {
  const random = sequence(20_261_122);
  // Contributions as in a room where few write much: exponential of exponential, at least one.
  const draw = (): number => Math.ceil(1.5 * (1 - random()) ** -1.1);
  const capped = (): number => Math.min(draw(), 60);
  const world = Array.from({ length: 60_000 }, capped);
  const truth = giniEstimate(together(world))?.value ?? 0;
  const half = (absenceEstimate(together(world))?.value ?? 0) / world.length;
  let [ginis, halves] = [0, 0];
  const samples = 400;
  for (let n = 0; n < samples; n += 1) {
    const sample = together(Array.from({ length: 150 }, capped));
    if (holds(giniEstimate(sample), truth)) ginis += 1;
    if (holds(absenceEstimate(sample), Math.round(half * 150))) halves += 1;
  }
  expect(ginis / samples).toBeGreaterThan(0.9);
  expect(halves / samples).toBeGreaterThan(0.92);
});

test('nobody: nothing to say', () => {
  expect(absenceEstimate([])).toBeUndefined();
  expect(giniEstimate([])).toBeUndefined();
  expect(concentrationCurve([])).toEqual([{ persons: 0, share: 0 }]);
});
