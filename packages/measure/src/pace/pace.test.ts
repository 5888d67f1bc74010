import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawsOf } from '../draws.ts';
import { forecastRate, forecastTotal, holds, intervalScore, scoreForecasts, wordFor, type Kept } from '../index.ts';

const weeks = (length: number) => fc.array(fc.integer({ min: 0, max: 300 }), { minLength: length, maxLength: length });
const living = Array.from({ length: 30 }, (_, n) => 30 + ((n * 17) % 23));
const asked = living.map((of, n) => ({ met: Math.round(of * (0.3 + 0.02 * (n % 7))), of }));
const atLeast = (target: number) => ({ target, wanted: 'at_least' }) as const;

describe('the forecast of a total', () => {
  test('has ranges that hold each other, never under what is done', () => {
    fc.assert(
      fc.property(
        weeks(20),
        fc.integer({ min: 0, max: 500 }),
        fc.integer({ min: 1, max: 12 }),
        (past, done, remaining) => {
          const found = forecastTotal({ weeks: past, done, remaining, seed: 1, paths: 60 });
          if (found === undefined) return;
          const { range95, range80, range50, median } = found;
          const ends = [range95.low, range80.low, range50.low, median, range50.high, range80.high, range95.high];
          expect(ends).toEqual(ends.toSorted((a, b) => a - b));
          expect(range95.low).toBeGreaterThanOrEqual(done);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('moves with what is done, and is the same for the same seed', () => {
    const at = (done: number, seed = 7) => forecastTotal({ weeks: living, done, remaining: 5, seed, paths: 300 });
    expect(at(100)).toEqual(at(100));
    expect(at(100)).not.toEqual(at(100, 8));
    expect((at(150)?.median ?? 0) - (at(100)?.median ?? 0)).toBeCloseTo(50, 6);
  });

  test('is surer of less, and the other way round for what must stay under', () => {
    const chance = (target: number, wanted: 'at_least' | 'at_most') =>
      forecastTotal({ weeks: living, done: 0, remaining: 4, seed: 1, paths: 400, aim: { target, wanted } })?.chance ??
      9;
    const rising = [120, 150, 160, 170, 200].map((target) => chance(target, 'at_least'));
    expect(rising).toEqual(rising.toSorted((a, b) => b - a));
    expect(chance(160, 'at_least') + chance(160, 'at_most')).toBeCloseTo(1, 12);
  });

  test('tells a range only under 13 weeks, nothing under 6 or where nothing varies', () => {
    const known = { done: 0, remaining: 3, seed: 1, paths: 50, aim: atLeast(90) };
    expect(forecastTotal({ weeks: living.slice(0, 12), ...known })).toMatchObject({
      chance: undefined,
      word: undefined,
    });
    expect(forecastTotal({ weeks: living.slice(0, 13), ...known })?.chance).toBeTypeOf('number');
    expect(forecastTotal({ weeks: [null, ...living.slice(0, 12)], ...known })?.chance).toBeUndefined();
    expect(forecastTotal({ weeks: living.slice(0, 5), ...known })).toBeUndefined();
    expect(forecastTotal({ weeks: living.map(() => 4), ...known })).toBeUndefined();
  });
});

describe('the forecast of a rate', () => {
  test('is a share near that of the past, surer the less is left', () => {
    const at = (left: number) =>
      forecastRate({
        weeks: asked,
        done: { met: 140, of: 390 },
        ahead: Array.from({ length: left }, () => 40),
        seed: 2,
        paths: 400,
      });
    const [long, short] = [at(9), at(2)];
    expect(long?.median).toBeGreaterThan(0.3);
    expect(long?.median).toBeLessThan(0.45);
    const width = (found: typeof long) => (found?.range80.high ?? 0) - (found?.range80.low ?? 0);
    expect(width(long)).toBeGreaterThan(width(short));
    expect(at(0)?.range95).toEqual({ low: 140 / 390, high: 140 / 390 });
  });

  test('holds about as often as it says where a made-up share wanders', () => {
    const held = Array.from({ length: 300 }, (_, seed) => {
      const { normal, binomial } = drawsOf(9000 + seed);
      let level = -0.5;
      const all = Array.from({ length: 39 }, () => {
        level += 0.1 * normal();
        return binomial(45, 1 / (1 + Math.exp(-level)));
      });
      const met = (from: number, until: number) => all.slice(from, until).reduce((sum, one) => sum + one, 0);
      const found = forecastRate({
        weeks: all.slice(0, 30).map((one) => ({ met: one, of: 45 })),
        done: { met: met(26, 30), of: 180 },
        ahead: all.slice(30).map(() => 45),
        seed,
        paths: 200,
      });
      return found !== undefined && holds(found.range80, met(26, 39) / (39 - 26) / 45);
    }).filter(Boolean).length;
    // The band of the calibration; 300 quarters know their share to 5 in 100.
    expect(held / 300).toBeGreaterThan(0.7);
    expect(held / 300).toBeLessThan(0.9);
  });

  test('needs somebody to be asked', () => {
    expect(forecastRate({ weeks: asked, done: { met: 0, of: 0 }, ahead: [0], seed: 1 })).toBeUndefined();
  });
});

test.each([
  [1, 'on_course'],
  [0.9, 'on_course'],
  [0.6, 'likely'],
  [0.4, 'open'],
  [0.1, 'unlikely'],
  [0.099, 'out_of_reach'],
])('a chance of %f is %s', (chance, word) => {
  expect(wordFor(chance)).toBe(word);
});

describe('scores', () => {
  const told = {
    median: 10,
    range50: { low: 8, high: 12 },
    range80: { low: 6, high: 14 },
    range95: { low: 4, high: 16 },
  };
  const kept = (came: number, chance = 0.7): Kept => ({ ...told, chance, came, aim: atLeast(9) });

  test('are those of their formulas', () => {
    // (½·0 + ¼·4 + 0.1·8 + 0.025·12) ÷ 3.5, and three misses of 10, 8 and 6 more, and ½·12.
    expect(intervalScore(told, 10)).toBeCloseTo(2.1 / 3.5, 12);
    expect(intervalScore(told, 22)).toBeCloseTo((2.1 + 6 + 10 + 8 + 6) / 3.5, 12);
    const { brier, wis, held80, held95 } = scoreForecasts([kept(10), kept(5), { ...kept(99), chance: undefined }]);
    expect(brier).toBeCloseTo((0.09 + 0.49) / 2, 12);
    expect(wis).toBeGreaterThan(0);
    expect([held80, held95]).toEqual([1, 2]);
    expect(scoreForecasts([])).toMatchObject({ forecasts: 0, wis: undefined, brier: undefined, trust: 'too_early' });
  });

  test.each([
    [19, 0, 'too_early'],
    [20, 0, 'off'],
    [20, 1, 'kept'],
    [20, 8, 'kept'],
    [20, 9, 'off'],
  ])('of %i ranges %i missed: %s', (all, missed, trust) => {
    const list = Array.from({ length: all }, (_, n) => kept(n < missed ? 99 : 10));
    expect(scoreForecasts(list).trust).toBe(trust);
    // Older ones do not count.
    const before = trust === 'too_early' ? [] : Array.from({ length: 30 }, () => kept(99));
    expect(scoreForecasts([...before, ...list]).trust).toBe(trust);
  });
});

test('draws have the means and variances of their distributions', () => {
  const { normal, gamma, binomial } = drawsOf(11);
  const moments = (draw: () => number) => {
    const values = Array.from({ length: 20_000 }, draw);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return [mean, values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length];
  };
  const near = (found: number[], wanted: number[]) => {
    for (const [n, value] of wanted.entries())
      expect(Math.abs((found[n] ?? 9) - value)).toBeLessThan(0.05 * Math.max(1, value));
  };
  near(moments(normal), [0, 1]);
  near(
    moments(() => gamma(2.5)),
    [2.5, 2.5],
  );
  near(
    moments(() => binomial(20, 0.3)),
    [6, 4.2],
  );
  near(
    moments(() => binomial(200, 0.3)),
    [60, 42],
  );
});
