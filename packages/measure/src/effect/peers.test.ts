import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeShared, sharedPath } from '../../../../tools/testing/shared.ts';
import { effectOf, twinOf } from '../index.ts';
import { leastSquares } from './least-squares.ts';
import { filterLevel } from './level.ts';

function vector<T>(name: string): T {
  return JSON.parse(readFileSync(sharedPath('vectors', `${name}.json`) ?? '', 'utf8')) as T;
}

interface Peer {
  readonly y: number[];
  readonly controls: number[][];
  readonly n_pre: number;
  readonly published: { readonly effect: number; readonly lo: number; readonly hi: number };
  readonly engine_v1: Readonly<
    Record<'cf_q50' | 'effect' | 'effect_lo95' | 'effect_hi95' | 'p_effect_positive', number>
  >;
}

interface Nile {
  readonly y: number[];
  readonly expect: Readonly<Record<'loglik_without_first_term' | 'loglik_kfas' | 'H' | 'Q', number>>;
  readonly tol: Readonly<Record<'loglik' | 'H_rel' | 'Q_rel', number>>;
}

/** Of a level that starts anywhere: the best noise for a ratio of steps to noise, and ln of the likelihood there. */
function likelihood(y: readonly number[], ratio: number, given?: number): { noise: number; log: number } {
  const { fresh, logVariance } = filterLevel(
    [y, y.map(() => 1)],
    y.map(() => true),
    ratio,
  );
  const fit = leastSquares([fresh[1] ?? []], fresh[0] ?? []);
  if (fit === undefined) throw new Error('no fit');
  const free = y.length - 1;
  const noise = given ?? fit.residual / free;
  const log = free * Math.log(2 * Math.PI * noise) + logVariance + fit.logDeterminant + fit.residual / noise;
  return { noise, log: -log / 2 };
}

/** The ratio at which the likelihood is highest, by golden section on its logarithm. */
function best(y: readonly number[]): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [Math.log(1e-3), Math.log(10)];
  const at = (log: number) => likelihood(y, Math.exp(log)).log;
  while (high - low > 1e-7) {
    const [left, right] = [high - golden * (high - low), low + golden * (high - low)];
    if (at(left) > at(right)) high = right;
    else low = left;
  }
  return Math.exp((low + high) / 2);
}

describeShared('the effect engine beside published figures', () => {
  test('the filter: flow of the Nile', () => {
    const { y, expect: wanted, tol } = vector<Nile>('kalman-nile');
    const { log } = likelihood(y, wanted.Q / wanted.H, wanted.H);
    expect(Math.abs(log - wanted.loglik_kfas)).toBeLessThan(tol.loglik);
    expect(Math.abs(log - Math.log(2 * Math.PI) / 2 - wanted.loglik_without_first_term)).toBeLessThan(tol.loglik);
    const ratio = best(y);
    const { noise } = likelihood(y, ratio);
    expect(Math.abs(noise / wanted.H - 1)).toBeLessThan(tol.H_rel);
    expect(Math.abs((ratio * noise) / wanted.Q - 1)).toBeLessThan(tol.Q_rel);
  });

  test('an effect with a control, beside the R package CausalImpact', () => {
    const { arma } = vector<{ cases: { arma: Peer } }>('peer-causalimpact-arma').cases;
    const found = effectOf({ weeks: arma.y, before: arma.n_pre, controls: arma.controls, of: 'rates' });
    if (found === undefined) throw new Error('nothing found');
    const { low, high } = found.range95;
    const { published, engine_v1: wanted } = arma;
    const told = [found.expected.median, found.effect, low, high, found.chancePositive];
    const same = [wanted.cf_q50, wanted.effect, wanted.effect_lo95, wanted.effect_hi95, wanted.p_effect_positive];
    for (const [n, value] of same.entries()) expect(Math.abs((told[n] ?? 0) / value - 1)).toBeLessThan(1e-5);
    expect(Math.sign(found.effect)).toBe(Math.sign(published.effect));
    expect(published.effect > low && published.effect < high).toBe(true);
    expect(found.effect > published.lo && found.effect < published.hi).toBe(true);
  });

  test('a small synthetic control', () => {
    const given = vector<{
      controls: number[][];
      treated: number[];
      n_pre: number;
      expect: { effect: number; weights: number[]; pre_rmse: number };
      tol: { effect: number; weights: number };
    }>('synthetic-control-small');
    const donors = (given.controls[0] ?? []).map((_, n) => given.controls.map((week) => week[n] ?? Number.NaN));
    const found = twinOf({ treated: given.treated, donors, before: given.n_pre });
    expect(Math.abs(found.effect - given.expect.effect)).toBeLessThan(given.tol.effect);
    for (const [n, weight] of given.expect.weights.entries())
      expect(Math.abs((found.weights[n] ?? 9) - weight)).toBeLessThan(given.tol.weights);
    expect(found.apartBefore).toBeCloseTo(given.expect.pre_rmse, 5);
  });
});
