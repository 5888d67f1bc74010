import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kaplanMeier, medianOf, quantile, quantileInterval, shareBy } from './index.ts';

const RUNS = { numRuns: 1000 };
const waiting = fc.record({ time: fc.integer({ min: 0, max: 40 }), event: fc.boolean() });
const waits = fc.array(waiting, { minLength: 1, maxLength: 80 });

test('without censoring the curve is the plain share of what came', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 80 }), fc.nat(40), (times, at) => {
      const curve = kaplanMeier(times.map((time) => ({ time, event: true })));
      const plain = times.filter((time) => time <= at).length / times.length;
      expect(shareBy(curve, at)).toBeCloseTo(plain, 12);
    }),
    RUNS,
  );
});

test('the curve falls, stays in 0…1, and a later quantile comes later', () => {
  fc.assert(
    fc.property(waits, (observed) => {
      const curve = kaplanMeier(observed);
      let last = 1;
      for (const step of curve.steps) {
        expect(step.survival).toBeLessThan(last);
        expect(step.survival).toBeGreaterThanOrEqual(0);
        last = step.survival;
      }
      expect(quantile(curve, 0.5) ?? Infinity).toBeLessThanOrEqual(quantile(curve, 0.9) ?? Infinity);
    }),
    RUNS,
  );
});

test('ignoring those who still wait only makes the answer look quicker', () => {
  fc.assert(
    fc.property(waits, (observed) => {
      const honest = quantile(kaplanMeier(observed), 0.5) ?? Infinity;
      const answered = observed.filter(({ event }) => event);
      const flattering = quantile(kaplanMeier(answered), 0.5) ?? Infinity;
      expect(honest).toBeGreaterThanOrEqual(flattering);
    }),
    RUNS,
  );
});

test('weights stand for repetition, order for nothing', () => {
  const weighted = waiting.chain((one) => fc.integer({ min: 1, max: 5 }).map((weight) => ({ ...one, weight })));
  fc.assert(
    fc.property(fc.array(weighted, { minLength: 1, maxLength: 40 }), (observed) => {
      const apart = observed.flatMap(({ time, event, weight }) =>
        Array.from({ length: weight }, () => ({ time, event })),
      );
      const [together, spread] = [kaplanMeier(observed), kaplanMeier(apart.reverse())];
      expect(together.steps.map((step) => [step.time, step.atRisk, step.events])).toEqual(
        spread.steps.map((step) => [step.time, step.atRisk, step.events]),
      );
    }),
    RUNS,
  );
});

test('the interval holds its quantile', () => {
  fc.assert(
    fc.property(waits, fc.constantFrom(0.25, 0.5, 0.9), (observed, share) => {
      const curve = kaplanMeier(observed);
      const found = quantile(curve, share) ?? Infinity;
      const { low, high } = quantileInterval(curve, share);
      expect(low).toBeLessThanOrEqual(found);
      expect(high).toBeGreaterThanOrEqual(found);
    }),
    RUNS,
  );
});

test('where nothing is censored the interval is near that of order statistics', () => {
  const times = Array.from({ length: 60 }, (_, place) => (place * 37) % 61);
  const ranks = medianOf(times);
  const { low, high } = quantileInterval(kaplanMeier(times.map((time) => ({ time, event: true }))), 0.5);
  expect(Math.abs(low - (ranks?.low ?? 0))).toBeLessThanOrEqual(3);
  expect(Math.abs(high - (ranks?.high ?? 0))).toBeLessThanOrEqual(3);
});

test('more than half still waiting: no median, and the interval says it has no end', () => {
  const curve = kaplanMeier([
    { time: 1, event: true },
    { time: 2, event: true },
    { time: 9, event: false, weight: 8 },
  ]);
  expect(quantile(curve, 0.5)).toBeUndefined();
  expect(quantileInterval(curve, 0.5).high).toBe(Infinity);
  expect(shareBy(curve, 5)).toBeCloseTo(0.2, 12);
  expect(shareBy(curve, 10)).toBeUndefined();
});
