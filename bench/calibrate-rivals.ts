import { effectOf, leastSquares, quantileOf, type Interval } from '@passerelle/measure';

/** What a method says of a start: the effect on the logarithmic scale. */
export interface Claim {
  readonly range80: Interval;
  readonly range95: Interval;
}

export type Method = (weeks: readonly number[], before: number) => Claim | undefined;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

function claim(effect: number, error: number, df: number): Claim {
  const around = (share: number): Interval => {
    const reach = error * quantileOf([{ weight: 1, mean: 0, scale: 1, df }], (1 + share) / 2);
    return { low: effect - reach, high: effect + reach };
  };
  return { range80: around(0.8), range95: around(0.95) };
}

/** Welch's t-test of the weeks after against those before. */
const tTest: Method = (weeks, before) => {
  const z = weeks.map(Math.log1p);
  const [first, second] = [z.slice(0, before), z.slice(before)].map((values) => {
    const centre = mean(values);
    const spread = values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
    return { centre, error: spread / values.length, df: values.length - 1 };
  });
  if (first === undefined || second === undefined) return undefined;
  const total = first.error + second.error;
  const df = total ** 2 / (first.error ** 2 / first.df + second.error ** 2 / second.df);
  return total > 0 ? claim(second.centre - first.centre, Math.sqrt(total), df) : undefined;
};

/** Interrupted time series: line, step and change of slope; the mean gap over the weeks after. */
function segmented(weeks: readonly number[], before: number, errors: 'plain' | 'newey-west'): Claim | undefined {
  const z = weeks.map(Math.log1p);
  const since = weeks.map((_, week) => Math.max(0, week - before));
  const columns = [
    weeks.map(() => 1),
    weeks.map((_, week) => week / weeks.length),
    weeks.map((_, week) => (week < before ? 0 : 1)),
    since,
  ];
  const fit = leastSquares(columns, z);
  if (fit === undefined) return undefined;
  const wanted = [0, 0, 1, mean(since.slice(before))];
  const effect = wanted.reduce((sum, share, k) => sum + share * (fit.coefficients[k] ?? 0), 0);
  const df = weeks.length - columns.length;
  if (errors === 'plain') return claim(effect, Math.sqrt((fit.residual / df) * fit.distance(wanted)), df);
  // d'(X'X)⁻¹x·e of each week, from the distances of d + x and d − x.
  const pulls = z.map((value, week) => {
    const x = columns.map((column) => column[week] ?? 0);
    const plus = fit.distance(wanted.map((share, k) => share + (x[k] ?? 0)));
    const minus = fit.distance(wanted.map((share, k) => share - (x[k] ?? 0)));
    const fitted = x.reduce((sum, cell, k) => sum + cell * (fit.coefficients[k] ?? 0), 0);
    return ((plus - minus) / 4) * (value - fitted);
  });
  return claim(effect, Math.sqrt(longRun(pulls) * (weeks.length / df)), df);
}

/** Newey and West's sum (1987): Bartlett weights, ⌊4(n ÷ 100)^(2/9)⌋ lags. */
function longRun(pulls: readonly number[]): number {
  const lags = Math.floor(4 * (pulls.length / 100) ** (2 / 9));
  let sum = 0;
  for (let lag = 0; lag <= lags; lag += 1) {
    const share = lag === 0 ? 1 : 2 * (1 - lag / (lags + 1));
    for (let week = lag; week < pulls.length; week += 1) sum += share * (pulls[week] ?? 0) * (pulls[week - lag] ?? 0);
  }
  return Math.max(0, sum);
}

export const METHODS = {
  engine: (weeks, before) => effectOf({ weeks, before, of: 'counts' }),
  'before/after t-test': tTest,
  'segmented regression': (weeks, before) => segmented(weeks, before, 'plain'),
  'segmented, Newey-West': (weeks, before) => segmented(weeks, before, 'newey-west'),
} as const satisfies Record<string, Method>;
