import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SumInput, SumLine } from './model.ts';
import { sumUp } from './rules.ts';

const money = (low: number, likely: number, high: number) => ({ low, likely, high, isShare: false });
const share = (low: number, likely: number, high: number) => ({ low, likely, high, isShare: true });

/** A hundredth wide: what comes out is known by hand. */
const about = (value: number) => money(value * 0.995, value, value * 1.005);

const ideas: SumLine = {
  side: 'in',
  every: 'year',
  inputs: { count: about(10), worth: about(50_000), due: share(0.4975, 0.5, 0.5025), anyway: share(0.199, 0.2, 0.201) },
};
const salary: SumLine = { side: 'out', every: 'year', inputs: { posts: about(0.5), salary: about(200_000) } };
const start: SumLine = { side: 'out', every: 'once', inputs: { amount: about(120_000) } };

const input = (lines: readonly SumLine[], change: Partial<SumInput> = {}): SumInput => ({
  years: 3,
  rate: 0.05,
  shape: 'pert',
  draws: 400,
  lines,
  others: [],
  ...change,
});

const near = (found: number, wanted: number): void => {
  expect(Math.abs(found / wanted - 1)).toBeLessThan(0.02);
};

describe('what a model comes to', () => {
  test('is what one reckons by hand when nothing is wide', () => {
    const { main, middle, lines } = sumUp(input([ideas, salary, start]));
    const three = 1 / 1.05 + 1 / 1.05 ** 2 + 1 / 1.05 ** 3;
    const [inward, outward] = [10 * 50_000 * 0.5 * 0.8 * three, 120_000 + 100_000 * three];
    near(main.inward.p50, inward);
    near(main.outward.p50, outward);
    near(middle, inward - outward);
    near(main.roi.p50, (inward - outward) / outward);
    // 120,000 paid back by 100,000 a year.
    near(main.payback.p50, 1.2);
    expect(main.net.chancePositive).toBe(1);
    near(lines[0]?.p50 ?? 0, 200_000);
    near(lines[2]?.p50 ?? 0, 120_000);
  });

  test('what does not pay within the horizon is never paid back, and says by what it would be', () => {
    const { main, levers } = sumUp(input([{ ...ideas, inputs: { ...ideas.inputs, count: about(6) } }, salary, start]));
    expect(main.net.chancePositive).toBe(0);
    expect(main.payback.p50).toBe(Infinity);
    const breaks = Object.fromEntries(levers.map((one) => [`${String(one.line)}.${one.input}`, one.breaksAt]));
    const count = breaks['0.count'] ?? 0;
    expect(count).toBeGreaterThan(6);
    // At that number what comes in pays what goes out.
    const at = sumUp(input([{ ...ideas, inputs: { ...ideas.inputs, count: about(count) } }, salary, start]));
    expect(Math.abs(at.middle)).toBeLessThan(100);
  });

  test('what pays says how low each number may fall, and how high a cost may rise', () => {
    const { levers, middle } = sumUp(input([ideas, salary, start]));
    for (const { slope, breaksAt, middle: from } of levers) {
      expect(breaksAt === null || (slope > 0 ? breaksAt < from : breaksAt > from)).toBe(true);
      if (breaksAt !== null) near(middle + slope * (breaksAt - from) + 1e6, 1e6);
    }
    expect(levers.filter(({ breaksAt }) => breaksAt !== null).length).toBeGreaterThan(4);
  });

  test('is the same for the same model, however often it is asked', () => {
    const one = input([ideas, salary], { others: [[ideas, start]] });
    expect(sumUp(one)).toEqual(sumUp(structuredClone(one)));
  });

  test('a scenario is summed up as if its ranges were those of the lines', () => {
    const { others } = sumUp(input([ideas, salary], { others: [[ideas, start]] }));
    // Scenarios are drawn a fifth as often.
    expect(others[0]).toEqual(sumUp(input([ideas, start], { draws: 80 })).main);
  });

  test('more that would have come anyway is worth less, whatever the model', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 1, max: 10 }), (percent, years) => {
        const with_ = (anyway: number): number => {
          const inputs = { ...ideas.inputs, anyway: share(anyway, anyway + 0.05, anyway + 0.1) };
          return sumUp(input([{ ...ideas, inputs }, salary], { draws: 20, years })).middle;
        };
        expect(with_(percent / 100 + 0.05)).toBeLessThan(with_(percent / 100));
      }),
      { numRuns: 20 },
    );
  });
});
