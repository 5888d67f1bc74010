import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawsOf } from '../draws.ts';
import { staggeredStarts, syntheticControl, twinOf, type Place } from '../index.ts';
import { nearestMixture } from './simplex.ts';

const points = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 14 })).chain(([many, length]) =>
  fc.array(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: length, maxLength: length }), {
    minLength: many,
    maxLength: many,
  }),
);
const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, n) => sum + value * (b[n] ?? 0), 0);

test('no mixture lies nearer to the origin than the one found', () => {
  fc.assert(
    fc.property(points, (given) => {
      const weights = nearestMixture(given);
      const here = (given[0] ?? []).map((_, k) =>
        given.reduce((sum, point, n) => sum + (point[k] ?? 0) * (weights[n] ?? 0), 0),
      );
      expect(weights.every((weight) => weight >= 0)).toBe(true);
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
      // First order condition of a convex problem: nothing lies on the near side of the plane through it.
      const largest = Math.max(1, ...given.map((point) => dot(point, point)));
      for (const point of given) expect((dot(point, here) - dot(here, here)) / largest).toBeGreaterThan(-1e-7);
    }),
    { numRuns: 300 },
  );
});

/** Made-up places that share waves; the same for the same seed. */
function community(places: number, weeks: number, seed: number): number[][] {
  const { normal } = drawsOf(seed);
  const shared = Array.from({ length: weeks }, () => normal() * 0.15);
  return Array.from({ length: places }, (_, place) => {
    let level = 3.5 + place * 0.1;
    return shared.map((wave) => {
      level += 0.03 * normal();
      return Math.max(0, Math.round(Math.exp(level + wave + 0.15 * normal())));
    });
  });
}

describe('synthetic control', () => {
  const [treated = [], ...donors] = community(11, 52, 3);

  test('ranks a place among placebos', () => {
    const raised = treated.map((week, n) => (n < 40 ? week : week * 3));
    const found = syntheticControl({ treated: raised, donors, before: 40 });
    if ('refused' in found) throw new Error(found.refused);
    expect(found.found).toMatchObject({ rank: 1, of: 11 });
    expect(found.found.placebos).toHaveLength(10);
    expect(found.found.effect).toBeGreaterThan(0);
  });

  test('stretches with its unit and finds nothing in a copy', () => {
    const [plain, larger] = [1, 60].map((scale) =>
      twinOf({
        treated: treated.map((v) => v * scale),
        donors: donors.map((d) => d.map((v) => v * scale)),
        before: 40,
      }),
    );
    expect(larger?.effect).toBeCloseTo((plain?.effect ?? 0) * 60, 6);
    const copy = twinOf({ treated, donors: [...donors, treated], before: 40 });
    expect(copy.weights.at(-1)).toBeCloseTo(1, 9);
    expect(copy.effect).toBeCloseTo(0, 6);
  });

  test.each([
    [{ donors: donors.slice(0, 7), before: 40 }, 'too_few_donors'],
    [{ donors, before: 15 }, 'too_few_weeks'],
    [{ donors, before: 52 }, 'nothing_after'],
  ])('is refused where a rank would say nothing (%#)', (given, refused) => {
    expect(syntheticControl({ treated, ...given })).toEqual({ refused });
  });
});

describe('staggered starts', () => {
  const begin = (weeks: number[][], starts: readonly (number | undefined)[], times = 1): Place[] =>
    weeks.map((own, n) => {
      const start = starts[n];
      return { start, weeks: own.map((week, at) => (start !== undefined && at >= start ? week * times : week)) };
    });
  const ask = (places: Place[]) => staggeredStarts({ places, after: 8, of: 'counts', matters: 0.1 });

  test('pool what several places say', () => {
    const found = ask(begin(community(5, 80, 9), [40, 50, 60, 70, undefined], 2));
    if ('refused' in found) throw new Error(found.refused);
    const { verdict, changeRange95, alone, places } = found.found;
    expect(verdict).toBe('effect_up');
    expect(changeRange95.low).toBeLessThan(1);
    expect(changeRange95.high).toBeGreaterThan(1);
    expect(alone.map((one) => one?.verdict === undefined)).toEqual([false, false, false, false, true]);
    expect(places).toBe(4);
  });

  test('seldom find what is not there', () => {
    const runs = Array.from({ length: 30 }, (_, seed) =>
      ask(begin(community(5, 72, 100 + seed), [40, 48, 56, 64, undefined])),
    );
    const alarms = runs.filter((run) => 'found' in run && run.found.verdict.startsWith('effect')).length;
    expect(alarms).toBeLessThanOrEqual(3);
  });

  test('are refused for few places, and for one start', () => {
    expect(ask(begin(community(3, 60, 1), [40, 50, undefined]))).toEqual({ refused: 'too_few_places' });
    expect(ask(begin(community(3, 60, 1), [20, 40, 50]))).toEqual({ refused: 'too_few_places' });
    expect(ask(begin(community(3, 60, 1), [50, 50, 50]))).toEqual({ refused: 'same_start' });
  });
});
