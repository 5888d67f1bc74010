import type { Concentration } from '#cockpit/figures/concentration/wire.ts';

/** The share held by the `n` most active: straight between two points of the curve. */
export function shareOf(points: Concentration['points'], n: number): number {
  const next = points.find((point) => point.n >= n);
  const before = points.findLast((point) => point.n <= n);
  if (next === undefined || before === undefined || next.n === before.n) return next?.share ?? before?.share ?? 0;
  return before.share + ((n - before.n) / (next.n - before.n)) * (next.share - before.share);
}

const STEPS = [1, 2, 5];

/** How many people the table tells of: 1, 2, 5, 10, 20 …, those who make half, and everybody. */
export function ranksOf(count: number, half: number): readonly number[] {
  const ranks = new Set<number>([half, count]);
  for (let ten = 1; ten <= count; ten *= 10) {
    for (const step of STEPS) if (step * ten < count) ranks.add(step * ten);
  }
  return [...ranks].filter((rank) => rank > 0).toSorted((a, b) => a - b);
}
