import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeShared, sharedPath } from '../../../../tools/testing/shared.ts';
import {
  momentsOf,
  rangeQuantile,
  simulate,
  tornado,
  type Bar,
  type Formula,
  type Inputs,
  type Range,
  type Spread,
} from '../index.ts';

interface Told {
  readonly dist: Range['shape'];
  readonly min: number;
  readonly mode: number;
  readonly max: number;
}

interface Distribution extends Told {
  readonly mean: number;
  readonly variance: number;
  readonly quantiles: Readonly<Record<string, number>>;
}

type Spreads = Readonly<Record<'mean' | 'p05' | 'p10' | 'p50' | 'p90' | 'p95', number>>;

interface Case {
  readonly inputs: Readonly<Record<string, Told>>;
  readonly expect: {
    readonly benefit: Spreads;
    readonly cost: Spreads;
    readonly roi: Spreads;
    readonly prob_roi_positive: number;
    readonly tornado: readonly { input: string; roi_at_p10: number; roi_at_p90: number; swing: number }[];
    readonly rank_contribution: Readonly<Record<string, number>>;
  };
}

interface Vector {
  readonly distributions: readonly Distribution[];
  readonly cases: readonly Case[];
  readonly tol: Readonly<
    Record<'moments_rel' | 'quantile_rel' | 'prob_abs' | 'tornado_rel' | 'rank_contribution_abs', number>
  >;
}

const asRange = ({ dist, min, mode, max }: Told): Range => ({ shape: dist, low: min, likely: mode, high: max });

/** Within a share of what was wanted. */
function near(found: number, wanted: number, share: number): void {
  expect(Math.abs(found - wanted)).toBeLessThanOrEqual(share * Math.abs(wanted));
}

const at =
  (name: string) =>
  (values: Readonly<Record<string, number>>): number =>
    values[name] ?? Number.NaN;
const benefit: Formula = (values) => at('questions')(values) * at('value')(values);
const cost: Formula = at('cost');
const roi: Formula = (values) => (benefit(values) - cost(values)) / cost(values);

describeShared('value beside numbers computed elsewhere', () => {
  const read = (): Vector => JSON.parse(readFileSync(sharedPath('vectors', 'ranges.json') ?? '', 'utf8')) as Vector;

  test('moments and quantiles of ranges', () => {
    const { distributions, tol } = read();
    expect(distributions.length).toBeGreaterThan(0);
    for (const { mean, variance, quantiles, ...told } of distributions) {
      const found = momentsOf(asRange(told));
      near(found.mean, mean, tol.moments_rel);
      near(found.variance, variance, tol.moments_rel);
      for (const [share, value] of Object.entries(quantiles))
        near(rangeQuantile(asRange(told), Number(share)), value, tol.quantile_rel);
    }
  });

  test('a small case: spreads, chance, tornado, shares', () => {
    const { cases, tol } = read();
    for (const { inputs: told, expect: wanted } of cases) {
      const inputs: Inputs = Object.fromEntries(Object.entries(told).map(([name, one]) => [name, asRange(one)]));
      const { outcomes, shares } = simulate(inputs, { benefit, cost, roi }, { seed: 1 });
      for (const name of ['benefit', 'cost', 'roi'] as const) sameSpread(outcomes[name], wanted[name]);
      expect(Math.abs((outcomes['roi']?.chancePositive ?? 9) - wanted.prob_roi_positive)).toBeLessThan(tol.prob_abs);
      for (const [input, share] of Object.entries(wanted.rank_contribution))
        expect(Math.abs((shares['roi']?.[input] ?? 9) - share)).toBeLessThan(tol.rank_contribution_abs);
      const bars = tornado(inputs, roi);
      expect(bars.map(({ input }) => input)).toEqual(wanted.tornado.map(({ input }) => input));
      for (const [n, bar] of wanted.tornado.entries()) sameBar(bars[n], bar, tol.tornado_rel);
    }
  });
});

function sameSpread(found: Spread | undefined, wanted: Spreads): void {
  const width = wanted.p95 - wanted.p05;
  for (const [figure, value] of Object.entries(wanted)) {
    const apart = Math.abs((found?.[figure as keyof Spreads] ?? Number.NaN) - value);
    expect(apart).toBeLessThanOrEqual(Math.max(0.02 * Math.abs(value), 0.01 * width));
  }
}

function sameBar(found: Bar | undefined, wanted: Case['expect']['tornado'][number], share: number): void {
  near(found?.atP10 ?? Number.NaN, wanted.roi_at_p10, share);
  near(found?.atP90 ?? Number.NaN, wanted.roi_at_p90, share);
  near(found?.swing ?? Number.NaN, wanted.swing, share);
}
