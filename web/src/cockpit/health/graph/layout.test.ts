import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DrawnNode } from './drawing.ts';
import { named, nearest, spotsOf, stripesOf } from './drawing.ts';
import { placesAround, placesOf, type Tied } from './layout.ts';

const tied: fc.Arbitrary<Tied> = fc.integer({ min: 0, max: 40 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    ties:
      count < 2
        ? fc.constant([])
        : fc.array(
            fc.record({
              one: fc.nat(count - 1),
              other: fc.nat(count - 1),
              strength: fc.integer({ min: 1, max: 5000 }),
            }),
            { maxLength: 80 },
          ),
  }),
);

const node = (n: number, weight = 1): DrawnNode => ({ key: String(n), label: `Personne ${String(n)}`, weight });

test('everybody has a place inside the square, the same each time', () => {
  fc.assert(
    fc.property(tied, (given) => {
      const places = placesOf(given, 40);
      expect(places).toHaveLength(given.count);
      for (const { x, y } of places) {
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
        expect(Math.max(x, y)).toBeLessThanOrEqual(1);
      }
      expect(placesOf(given, 40)).toEqual(places);
    }),
    { numRuns: 100 },
  );
});

test('what is tied stands nearer than what is not', () => {
  const ring = (first: number) =>
    Array.from({ length: 6 }, (_, n) => ({ one: first + n, other: first + ((n + 1) % 6), strength: 4 }));
  const places = placesOf({ count: 12, ties: [...ring(0), ...ring(6)] });
  const distance = (one: number, other: number): number => {
    const [a, b] = [places[one], places[other]];
    return Math.hypot((a?.x ?? 0) - (b?.x ?? 0), (a?.y ?? 0) - (b?.y ?? 0));
  };
  const mean = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0) / list.length;
  const near = mean(ring(0).map(({ one, other }) => distance(one, other)));
  const far = mean(ring(0).map(({ one }) => distance(one, one + 6)));
  expect(near).toBeLessThan(far);
});

test('around a member: below to the right whom he answered, to the left who answered him, above both', () => {
  const [middle, both, answered, answeredBy] = placesAround(['both', 'answered', 'answered_by']);
  expect(middle).toEqual({ x: 0.5, y: 0.5 });
  expect(both?.y).toBeLessThan(0.5);
  expect(answered?.x).toBeGreaterThan(0.5);
  expect(answeredBy?.x).toBeLessThan(0.5);
  const many = placesAround(Array.from({ length: 150 }, () => 'both' as const));
  for (const { x, y } of many) expect(x >= 0 && x <= 1 && y >= 0 && y <= 1).toBe(true);
});

test('a drawing stays in its frame; names do not lie over each other, the heaviest first', () => {
  const places = placesOf({ count: 30, ties: [] });
  const nodes = places.map((_, n) => node(n, (30 - n) / 30));
  const spots = spotsOf(nodes, places, { width: 360, height: 400, largest: 14 });
  for (const { x, y, r } of spots) {
    expect(x - r).toBeGreaterThan(0);
    expect(x + r).toBeLessThan(360);
    expect(y + r).toBeLessThan(400);
  }
  const shown = named(nodes, spots, 12);
  expect(shown.has(0)).toBe(true);
  expect(shown.size).toBeLessThanOrEqual(12);
  expect(
    named(
      [node(1), node(2)],
      [
        { x: 10, y: 10, r: 3 },
        { x: 12, y: 10, r: 3 },
      ],
      5,
    ),
  ).toEqual(new Set([0]));
});

test('a finger takes what is nearest, and nothing far off', () => {
  const spots = [
    { x: 10, y: 10, r: 4 },
    { x: 40, y: 10, r: 4 },
  ];
  expect([nearest(spots, 14, 12), nearest(spots, 30, 10), nearest(spots, 200, 200)]).toEqual([0, 1, undefined]);
});

test('circles lie apart and inside the drawing, also where all were put on one heap', () => {
  const frame = { width: 480, height: 400, largest: 34 };
  const nodes = Array.from({ length: 60 }, (_, n) => node(n, n < 5 ? 0.8 : 0.02));
  const spots = spotsOf(
    nodes,
    nodes.map((_, n) => ({ x: 0.5 + (n * Math.cos(n)) / 300, y: 0.5 + (n * Math.sin(n)) / 300 })),
    frame,
  );
  for (const [at, one] of spots.entries()) {
    expect(one.x - one.r).toBeGreaterThanOrEqual(0);
    expect(one.x + one.r).toBeLessThanOrEqual(480);
    expect(one.y + one.r).toBeLessThanOrEqual(400);
    for (const other of spots.slice(at + 1)) {
      expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan((one.r + other.r) * 0.9);
    }
  }
});

test('however many ties there are, they are drawn as a handful of paths, and none is lost', () => {
  const nodes = Array.from({ length: 300 }, (_, n) => node(n));
  const frame = { width: 480, height: 400, largest: 9 };
  const spots = spotsOf(
    nodes,
    nodes.map((_, n) => ({ x: (n % 17) / 17, y: n / 300 })),
    frame,
  );
  const ties = Array.from({ length: 900 }, (_, n) => ({ one: n % 300, other: (n * 7 + 1) % 300, weight: n / 899 }));
  const stripes = stripesOf(ties, spots);
  expect(stripes.length).toBeLessThanOrEqual(5);
  expect(stripes.map(({ path }) => path.split('M').length - 1).reduce((sum, count) => sum + count, 0)).toBe(900);
});
