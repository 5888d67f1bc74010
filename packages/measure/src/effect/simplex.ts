import { leastSquares } from './least-squares.ts';

type Points = readonly (readonly number[])[];

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, n) => sum + value * (b[n] ?? 0), 0);

/** How far from the best a point may lie, as a share of the squared length of the longest. */
const NEAR = 1e-13;
const NOTHING = 1e-12;

/**
 * Weights ≥ 0 of sum 1, one a point, of the mixture of these points that lies nearest to the origin (P. Wolfe, 1976:
 * exact after finitely many steps, no tuning). Points have one length; none given, none weighed.
 */
export function nearestMixture(points: Points): readonly number[] {
  const longest = Math.max(...points.map((point) => dot(point, point)));
  if (points.length === 0 || longest === 0) return points.map((_, n) => (n === 0 ? 1 : 0));
  const scaled = points.map((point) => point.map((value) => value / Math.sqrt(longest)));
  let held = new Map([[nearest(scaled, (point) => dot(point, point)), 1]]);
  for (let step = 0; step < 20 * points.length; step += 1) {
    const here = mixed(scaled, held);
    const next = nearest(scaled, (point) => dot(point, here));
    if (held.has(next) || dot(here, here) - dot(scaled[next] ?? [], here) <= NEAR) break;
    const better = settle(scaled, new Map([...held, [next, 0]]));
    if (better === undefined) break;
    held = better;
  }
  return points.map((_, n) => held.get(n) ?? 0);
}

function nearest(points: Points, measure: (point: readonly number[]) => number): number {
  let [best, least] = [0, Infinity];
  for (const [n, point] of points.entries()) {
    const found = measure(point);
    if (found < least) [best, least] = [n, found];
  }
  return best;
}

function mixed(points: Points, held: ReadonlyMap<number, number>): readonly number[] {
  const sum = (points[0] ?? []).map(() => 0);
  for (const [n, weight] of held)
    for (const [place, value] of (points[n] ?? []).entries()) sum[place] = (sum[place] ?? 0) + weight * value;
  return sum;
}

/** Walks to the best mixture of the points held, dropping those whose weight would fall below 0 on the way. */
function settle(points: Points, start: Map<number, number>): Map<number, number> | undefined {
  let held = start;
  while (held.size > 1) {
    const wanted = unbounded(points, [...held.keys()]);
    if (wanted === undefined) return undefined;
    let stride = 1;
    for (const [n, weight] of held) {
      const aim = wanted.get(n) ?? 0;
      if (aim <= NOTHING) stride = Math.min(stride, weight / (weight - aim));
    }
    const moved = [...held].map(([n, weight]) => [n, weight + stride * ((wanted.get(n) ?? 0) - weight)] as const);
    held = new Map(moved.filter(([, weight]) => weight > NOTHING));
    if (stride === 1) break;
  }
  const total = [...held.values()].reduce((sum, weight) => sum + weight, 0);
  return new Map([...held].map(([n, weight]) => [n, weight / total]));
}

/** Weights of sum 1, of any sign: solves (P'P + 11') u = 1, then u ÷ Σu. */
function unbounded(points: Points, places: readonly number[]): ReadonlyMap<number, number> | undefined {
  const columns = places.map((place) => [...(points[place] ?? []), 1]);
  const target = (columns[0] ?? []).map((_, n, { length }) => (n === length - 1 ? 1 : 0));
  const fit = leastSquares(columns, target);
  if (fit === undefined) return undefined;
  const total = fit.coefficients.reduce((sum, value) => sum + value, 0);
  return new Map(places.map((place, n) => [place, (fit.coefficients[n] ?? 0) / total]));
}
