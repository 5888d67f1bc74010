import { expect, test } from 'vitest';
import { ratioOfSums } from './index.ts';

function sumsOf(people: readonly (readonly [number, number])[]) {
  const sums = { persons: people.length, x: 0, y: 0, xx: 0, xy: 0, yy: 0 };
  for (const [x, y] of people) {
    sums.x += x;
    sums.y += y;
    sums.xx += x * x;
    sums.xy += x * y;
    sums.yy += y * y;
  }
  return sums;
}

/** Random numbers in 0…1, the same each time (Mulberry32). */
function draws(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

test('nothing has no ratio, one person no variance, all alike no spread', () => {
  expect(ratioOfSums(sumsOf([]))).toBeUndefined();
  expect(ratioOfSums(sumsOf([[2, 8]]))).toEqual({ value: 0.25, low: 0, high: 1 });
  expect(
    ratioOfSums(
      sumsOf([
        [8, 8],
        [3, 3],
      ]),
    ),
  ).toEqual({ value: 1, low: 1, high: 1 });
  const even = ratioOfSums(sumsOf(Array.from({ length: 20 }, () => [2, 8] as const)));
  expect(even?.low).toBeCloseTo(0.25, 12);
  expect(even?.high).toBeCloseTo(0.25, 12);
});

test('the interval holds the true ratio about 95 times in 100', () => {
  const draw = draws(7);
  // Half come once in 30 days, half every other day: 8 days of 30 in the mean, over wholes of 10 to 60 days.
  const person = (): readonly [number, number] => {
    const y = 10 + Math.floor(draw() * 51);
    const often = draw() < 0.5 ? 1 / 30 : 0.5;
    let x = 0;
    for (let day = 0; day < y; day += 1) if (draw() < often) x += 1;
    return [x, y];
  };
  const truth = (1 / 30 + 0.5) / 2;
  let held = 0;
  for (let round = 0; round < 1000; round += 1) {
    const found = ratioOfSums(sumsOf(Array.from({ length: 40 }, person)));
    if (found !== undefined && found.low <= truth && truth <= found.high) held += 1;
  }
  expect(held / 1000).toBeGreaterThan(0.91);
  expect(held / 1000).toBeLessThan(0.985);
});
