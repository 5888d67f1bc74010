import { drawsOf, sampleQuantile } from '../draws.ts';
import { drawer, type Range } from './range.ts';

export type Inputs = Readonly<Record<string, Range>>;
/** What comes out of one value of each input: a benefit, a cost, a return; a number for all values in their ranges. */
export type Formula = (values: Readonly<Record<string, number>>) => number;

export interface Spread {
  readonly mean: number;
  readonly p05: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
  readonly chancePositive: number;
}

export interface Simulation {
  readonly outcomes: Readonly<Record<string, Spread>>;
  /** By outcome, by input: Spearman's correlation squared ÷ their sum; 0 each where nothing varies. */
  readonly shares: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export const DRAWS = 100_000;

export interface Run {
  readonly seed: number;
  readonly draws?: number;
  /** The outcomes whose shares are wanted; all of them unless said. Ranks take as long as the draws. */
  readonly ranked?: readonly string[];
}

/**
 * Monte Carlo of several outcomes of the same inputs, each input drawn on its own; the same for the same seed, whatever
 * the outcomes and however the inputs are ordered in the record.
 */
export function simulate(
  inputs: Inputs,
  formulas: Readonly<Record<string, Formula>>,
  { seed, draws = DRAWS, ranked }: Run,
): Simulation {
  const names = Object.keys(inputs).toSorted();
  const drawn = names.map((name, n) => sampleOf(inputs[name], seed + n * 7919, draws));
  const found = applied(formulas, names, drawn, draws);
  const wanted = found.filter(([name]) => ranked?.includes(name) !== false);
  const ranks = wanted.length === 0 ? [] : drawn.map(ranksOf);
  return {
    outcomes: Object.fromEntries(found.map(([name, values]) => [name, spreadOf(values)])),
    shares: Object.fromEntries(wanted.map(([name, values]) => [name, sharesOf(names, ranks, ranksOf(values))])),
  };
}

function sampleOf(range: Range | undefined, seed: number, draws: number): Float64Array {
  const values = new Float64Array(draws);
  if (range === undefined) return values;
  const draw = drawer(range, drawsOf(seed));
  for (let n = 0; n < draws; n += 1) values[n] = draw();
  return values;
}

/** Every formula on every draw; the values of a draw are laid out once for all of them. */
function applied(
  formulas: Readonly<Record<string, Formula>>,
  names: readonly string[],
  drawn: readonly Float64Array[],
  draws: number,
): readonly (readonly [name: string, values: Float64Array])[] {
  const all = Object.entries(formulas).map(([name, formula]) => ({ name, formula, values: new Float64Array(draws) }));
  const given: Record<string, number> = {};
  for (let n = 0; n < draws; n += 1) {
    for (const [place, name] of names.entries()) given[name] = drawn[place]?.[n] ?? Number.NaN;
    for (const { formula, values } of all) values[n] = formula(given);
  }
  return all.map(({ name, values }) => [name, values]);
}

/** Mean, quantiles and chance of more than 0 of any sample, in its unit. */
export function spreadOf(values: Float64Array): Spread {
  const sorted = values.toSorted();
  let [sum, positive] = [0, 0];
  for (const value of values) {
    sum += value;
    if (value > 0) positive += 1;
  }
  const at = (share: number): number => sampleQuantile(sorted, share);
  return {
    mean: sum / values.length,
    p05: at(0.05),
    p10: at(0.1),
    p50: at(0.5),
    p90: at(0.9),
    p95: at(0.95),
    chancePositive: positive / values.length,
  };
}

/** Ranks from 0, equal values sharing their mean rank: half way between the first and the last place a value holds. */
export function ranksOf(values: Float64Array): Float64Array {
  const sorted = values.toSorted();
  return values.map((value) => (placeOf(sorted, value, false) + placeOf(sorted, value, true) - 1) / 2);
}

/** The first place of a sorted list that is not below a value; `after`: that is above it. */
function placeOf(sorted: Float64Array, value: number, after: boolean): number {
  let [from, until] = [0, sorted.length];
  while (from < until) {
    const middle = (from + until) >>> 1;
    const at = sorted[middle] ?? Number.NaN;
    if (at < value || (after && at === value)) from = middle + 1;
    else until = middle;
  }
  return from;
}

function sharesOf(
  names: readonly string[],
  inputs: readonly Float64Array[],
  outcome: Float64Array,
): Readonly<Record<string, number>> {
  const squares = inputs.map((ranks) => correlation(ranks, outcome) ** 2);
  const total = squares.reduce((sum, square) => sum + square, 0);
  return Object.fromEntries(names.map((name, n) => [name, total > 0 ? (squares[n] ?? 0) / total : 0]));
}

/** Of two lists of ranks, which have the same mean; 0 where one does not vary. */
function correlation(a: Float64Array, b: Float64Array): number {
  const mean = (a.length - 1) / 2;
  let [both, first, second] = [0, 0, 0];
  for (const [n, rank] of a.entries()) {
    const [x, y] = [rank - mean, (b[n] ?? 0) - mean];
    both += x * y;
    first += x * x;
    second += y * y;
  }
  return first > 0 && second > 0 ? both / Math.sqrt(first * second) : 0;
}
