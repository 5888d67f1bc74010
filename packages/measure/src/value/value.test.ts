import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  alongOne,
  breakEven,
  isRange,
  momentsOf,
  netPresentValue,
  payback,
  rangeQuantile,
  returnOn,
  simulate,
  tornado,
  type Formula,
  type Range,
} from '../index.ts';

const range = fc
  .record({
    shape: fc.constantFrom('pert' as const, 'triangular' as const),
    three: fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 3, maxLength: 3 }),
  })
  .map(({ shape, three }): Range => {
    const [low = 0, likely = 0, high = 0] = three.toSorted((a, b) => a - b);
    return { shape, low, likely, high };
  });

const given = (name: string, values: Readonly<Record<string, number>>): number => values[name] ?? Number.NaN;
const gain: Formula = (values) => given('answers', values) * given('worth', values) - given('cost', values);
const inputs: Readonly<Record<string, Range>> = {
  answers: { shape: 'pert', low: 100, likely: 200, high: 400 },
  worth: { shape: 'triangular', low: 1, likely: 4, high: 20 },
  cost: { shape: 'pert', low: 500, likely: 900, high: 1500 },
};

describe('a range', () => {
  test('has quantiles that rise with the share, within its ends', () => {
    fc.assert(
      fc.property(
        range,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (one, p, q) => {
          const [low, high] = [rangeQuantile(one, Math.min(p, q)), rangeQuantile(one, Math.max(p, q))];
          expect(low).toBeGreaterThanOrEqual(one.low);
          expect(high).toBeLessThanOrEqual(one.high);
          expect(low).toBeLessThanOrEqual(high + 1e-9);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('is drawn with its mean and its variance', () => {
    for (const one of [...Object.values(inputs), { shape: 'pert', low: 0, likely: 10, high: 10 } satisfies Range]) {
      const { outcomes } = simulate({ one }, { same: (v) => given('one', v) }, { seed: 5, draws: 20_000 });
      const { mean, variance } = momentsOf(one);
      const apart = Math.abs((outcomes['same']?.mean ?? Number.NaN) - mean);
      expect(apart).toBeLessThan(4 * Math.sqrt(variance / 20_000));
    }
  });

  test('of one number is that number, and must stand in order', () => {
    const one: Range = { shape: 'pert', low: 3, likely: 3, high: 3 };
    expect(rangeQuantile(one, 0.3)).toBe(3);
    expect(simulate({ one }, { same: (v) => given('one', v) }, { seed: 1, draws: 10 })).toMatchObject({
      outcomes: { same: { p05: 3, p95: 3 } },
      shares: { same: { one: 0 } },
    });
    expect([isRange(one), isRange({ ...one, low: 4 }), isRange({ ...one, high: Infinity })]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('a simulation', () => {
  test('is the same for the same seed, and another for another', () => {
    const run = (seed: number) => simulate(inputs, { gain }, { seed, draws: 500 });
    expect(run(3)).toEqual(run(3));
    expect(run(3)).not.toEqual(run(4));
  });

  test('moves and stretches with its outcome, keeping shares', () => {
    const { outcomes, shares } = simulate(inputs, { gain, moved: (v) => 10 * gain(v) + 3 }, { seed: 2, draws: 2000 });
    expect(outcomes['moved']?.p90).toBeCloseTo(10 * (outcomes['gain']?.p90 ?? 0) + 3, 6);
    expect(shares['moved']).toEqual(shares['gain']);
    const sum = Object.values(shares['gain'] ?? {}).reduce((total, share) => total + share, 0);
    expect(sum).toBeCloseTo(1, 12);
  });
});

describe('what is not there', () => {
  test('an outcome that may never come keeps its quantiles', () => {
    const never = (values: Readonly<Record<string, number>>): number => (given('answers', values) > 200 ? 1 : Infinity);
    const { outcomes } = simulate(inputs, { never }, { seed: 3, draws: 500 });
    expect(outcomes['never']).toMatchObject({ p10: 1, p90: Infinity, p95: Infinity });
  });

  test('shares nobody asks for are not made', () => {
    const { outcomes, shares } = simulate(inputs, { gain, other: gain }, { seed: 3, draws: 50, ranked: ['gain'] });
    expect(Object.keys(outcomes)).toEqual(['gain', 'other']);
    expect(Object.keys(shares)).toEqual(['gain']);
  });
});

describe('levers', () => {
  test('are sorted by what they move', () => {
    const swings = tornado(inputs, gain).map(({ swing }) => swing);
    expect(swings).toEqual(swings.toSorted((a, b) => b - a));
  });

  test('break even where the outcome is nothing, if they can', () => {
    const worth = breakEven(inputs, gain, 'worth') ?? Number.NaN;
    const middle = (name: string) => rangeQuantile(inputs[name] ?? { shape: 'pert', low: 0, likely: 0, high: 0 }, 0.5);
    expect(worth * middle('answers')).toBeCloseTo(middle('cost'), 6);
    expect(breakEven(inputs, (v) => gain(v) + 1e6, 'worth')).toBeUndefined();
    expect(breakEven(inputs, gain, 'nobody')).toBeUndefined();
    expect(breakEven(inputs, gain, 'nobody', { low: 0, high: 9 })).toBeUndefined();
  });

  test('break even beyond what was given for one of them, where asked', () => {
    const rich = { ...inputs, worth: { shape: 'pert', low: 50, likely: 60, high: 70 } } as const;
    expect(breakEven(rich, gain, 'worth')).toBeUndefined();
    const lowest = breakEven(rich, gain, 'worth', { low: 0, high: 70 }) ?? Number.NaN;
    expect(lowest).toBeGreaterThan(0);
    expect(alongOne(rich, gain, 'worth')(lowest)).toBeCloseTo(0, 6);
  });
});

describe('money', () => {
  test('later is worth less', () => {
    expect(netPresentValue([-1000, 600, 600], 0.1)).toBeCloseTo(-1000 + 600 / 1.1 + 600 / 1.21, 9);
    expect(netPresentValue([-1000, 600, 600], 0)).toBe(200);
  });

  test.each([
    [[-1000, 400, 400, 400], 2.5],
    [[-1000, 400], undefined],
    [[0, 5], 0],
    [[-100, 200, -150, 100], 2.5],
  ])('%j pays back after %s years', (flows, years) => {
    expect(payback(flows)).toEqual(years);
  });

  test('a return needs a cost', () => {
    expect(returnOn(150, 100)).toBe(0.5);
    expect(returnOn(150, 0)).toBeUndefined();
  });
});
