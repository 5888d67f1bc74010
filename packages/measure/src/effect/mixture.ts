import { studentShare } from '../beta.ts';

/** One of several ways the world may be: a Student distribution of a number, and how much it is believed. */
export interface Component {
  readonly weight: number;
  readonly mean: number;
  readonly scale: number;
  readonly df: number;
}

export type Mixture = readonly Component[];

/** P(value ≤ x). */
export function shareBelow(mixture: Mixture, x: number): number {
  let share = 0;
  for (const { weight, mean, scale, df } of mixture) share += weight * studentShare((x - mean) / scale, df);
  return share;
}

export function meanOf(mixture: Mixture): number {
  return mixture.reduce((sum, { weight, mean }) => sum + weight * mean, 0);
}

const MOST_STEPS = 200;

/** The value below which `share` (0 to 1, both out) lies, to the last digits: false position, Illinois' way. */
export function quantileOf(mixture: Mixture, share: number): number {
  let [low, high] = [Infinity, -Infinity];
  for (const { mean, scale } of mixture) [low, high] = [Math.min(low, mean - scale), Math.max(high, mean + scale)];
  const reach = Math.max(high - low, Number.MIN_VALUE);
  let below = shareBelow(mixture, low) - share;
  for (let step = reach; below > 0; step *= 2) below = shareBelow(mixture, (low -= step)) - share;
  let above = shareBelow(mixture, high) - share;
  for (let step = reach; above < 0; step *= 2) above = shareBelow(mixture, (high += step)) - share;
  for (let n = 0; n < MOST_STEPS && high - low > 1e-12 * Math.max(1, Math.abs(low)); n += 1) {
    const next = n % 3 === 2 ? (low + high) / 2 : (low * above - high * below) / (above - below);
    const found = shareBelow(mixture, next) - share;
    if (Math.abs(found) < 1e-14) return next;
    if (found < 0) {
      [low, below] = [next, found];
      above /= 2;
    } else {
      [high, above] = [next, found];
      below /= 2;
    }
  }
  return (low + high) / 2;
}
