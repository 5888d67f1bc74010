import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wilson } from '../proportion.ts';
import { betweenness } from './betweenness.ts';
import { communities, modularity } from './communities.ts';
import { components } from './components.ts';
import { chances } from './draw.ts';
import { bothWays, dyadsOf, linksOf, reversed, type Links } from './links.ts';
import { sampleWays } from './sampling.ts';

interface Made {
  readonly size: number;
  readonly ties: readonly (readonly [number, number, number])[];
}

const made: fc.Arbitrary<Made> = fc.integer({ min: 1, max: 9 }).chain((size) =>
  fc.record({
    size: fc.constant(size),
    ties: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1), fc.integer({ min: 1, max: 4 })), { maxLength: 24 }),
  }),
);

function outOf({ size, ties }: Made): Links {
  return linksOf(size, {
    from: Int32Array.from(ties, ([from]) => from),
    to: Int32Array.from(ties, ([, to]) => to),
    weight: Int32Array.from(ties, ([, , weight]) => weight),
  });
}

function undirected(given: Made): Links {
  const out = outOf(given);
  return bothWays(out, reversed(out));
}

/** The weight of each tie, as a table. */
function tableOf({ size, ties }: Made): number[][] {
  const table = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  for (const [from, to, weight] of ties) {
    const row = table[from];
    if (row !== undefined && from !== to) row[to] = (row[to] ?? 0) + weight;
  }
  return table;
}

function asTable({ size, start, to, weight }: Links): number[][] {
  const table = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
  for (let node = 0; node < size; node += 1) {
    for (let at = start[node] ?? 0; at < (start[node + 1] ?? 0); at += 1) {
      const row = table[node];
      if (row !== undefined) row[to[at] ?? 0] = weight[at] ?? 0;
    }
  }
  return table;
}

const cell = (table: readonly (readonly number[])[], one: number, other: number): number => table[one]?.[other] ?? 0;
const range = (size: number): number[] => [...Array(size).keys()];

test('rows hold what a table holds: one way, the other way, both', () => {
  fc.assert(
    fc.property(made, (given) => {
      const [out, table] = [outOf(given), tableOf(given)];
      const all = range(given.size);
      expect(asTable(out)).toEqual(table);
      expect(asTable(reversed(out))).toEqual(all.map((one) => all.map((other) => cell(table, other, one))));
      const both = all.map((one) => all.map((other) => cell(table, one, other) + cell(table, other, one)));
      expect(asTable(undirected(given))).toEqual(both);
      const pairs = all.flatMap((one) => all.filter((other) => other > one).map((other) => [one, other] as const));
      const ways = pairs.map(
        ([one, other]) => [cell(table, one, other), cell(table, other, one)].filter(Boolean).length,
      );
      expect(dyadsOf(out, reversed(out))).toEqual({
        mutual: ways.filter((count) => count === 2).length,
        oneWay: ways.filter((count) => count === 1).length,
      });
    }),
    { numRuns: 1000 },
  );
});

/** Whether two nodes hang together: going on from node to node until nothing new comes. */
function reach(given: Made): boolean[][] {
  const table = asTable(undirected(given));
  return range(given.size).map((from) => {
    const reached = new Set([from]);
    for (const node of reached)
      for (const next of range(given.size)) if (cell(table, node, next) > 0) reached.add(next);
    return range(given.size).map((node) => reached.has(node));
  });
}

test('components are those who reach each other, the largest first', () => {
  fc.assert(
    fc.property(made, (given) => {
      const { of, sizes } = components(outOf(given));
      const table = reach(given);
      for (const one of range(given.size))
        for (const other of range(given.size)) expect(of[one] === of[other]).toBe(table[one]?.[other]);
      expect([...sizes]).toEqual([...sizes].sort((a, b) => b - a));
      expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(given.size);
    }),
    { numRuns: 500 },
  );
});

/** All shortest ways between two nodes, one by one. */
function waysBetween(table: readonly (readonly number[])[], from: number, to: number): number[][] {
  let reached = [[from]];
  for (let length = 0; length < table.length; length += 1) {
    const home = reached.filter((way) => way.at(-1) === to);
    if (home.length > 0) return home;
    reached = reached.flatMap((way) =>
      range(table.length)
        .filter((next) => cell(table, way.at(-1) ?? 0, next) > 0 && !way.includes(next))
        .map((next) => [...way, next]),
    );
  }
  return [];
}

function slowBetweenness(given: Made): number[] {
  const { size } = given;
  const table = asTable(undirected(given));
  const share = range(size).map(() => 0);
  for (const from of range(size)) {
    for (const to of range(size).filter((other) => other > from)) {
      const ways = waysBetween(table, from, to);
      for (const way of ways) for (const via of way.slice(1, -1)) share[via] = (share[via] ?? 0) + 1 / ways.length;
    }
  }
  return share.map((one) => (size < 3 ? 0 : one / (((size - 1) * (size - 2)) / 2)));
}

test('betweenness is what walking every shortest way gives', () => {
  fc.assert(
    fc.property(made, (given) => {
      const slow = slowBetweenness(given);
      for (const [node, one] of betweenness(undirected(given)).share.entries())
        expect(one).toBeCloseTo(slow[node] ?? 0, 10);
    }),
    { numRuns: 500 },
  );
});

test('drawn pairs come near: small graphs, every node, far more pairs than ways', () => {
  fc.assert(
    fc.property(made, (given) => {
      if (given.size < 3) return;
      const slow = slowBetweenness(given);
      const { share, pairs } = sampleWays(undirected(given));
      // Five standard errors of a proportion, and a little for the ends.
      for (const [node, one] of share.entries())
        expect(Math.abs(one - (slow[node] ?? 0))).toBeLessThan(6 * Math.sqrt(0.25 / pairs) * 2);
    }),
    { numRuns: 40 },
  );
});

/** A few hundred nodes with hubs, as communities have them. */
function withHubs(size: number, ties: number, seed: number): Links {
  const chance = chances(seed);
  const hub = (): number => Math.floor(size * chance() ** 3);
  const from = Int32Array.from({ length: ties }, hub);
  const to = Int32Array.from({ length: ties }, () => Math.floor(size * chance()));
  const out = linksOf(size, { from, to, weight: new Int32Array(ties).fill(1) });
  return bothWays(out, reversed(out));
}

test('the interval of a share from drawn pairs holds the exact share 95 times in 100', () => {
  let [held, asked] = [0, 0];
  for (let seed = 1; seed <= 6; seed += 1) {
    const links = withHubs(400, 900, seed);
    const exact = betweenness(links).share;
    const drawn = betweenness(links, 0);
    const pairs = drawn.pairs ?? 0;
    expect(pairs).toBeGreaterThanOrEqual(1000);
    const strongest = range(400)
      .sort((a, b) => (exact[b] ?? 0) - (exact[a] ?? 0))
      .slice(0, 20);
    for (const node of strongest) {
      const { low, high } = wilson((drawn.share[node] ?? 0) * pairs, pairs);
      asked += 1;
      if (low <= (exact[node] ?? 0) && (exact[node] ?? 0) <= high) held += 1;
    }
  }
  expect(held / asked).toBeGreaterThan(0.9);
});

function slowModularity(given: Made, of: readonly number[]): number {
  const table = asTable(undirected(given));
  const strength = table.map((row) => row.reduce((sum, one) => sum + one, 0));
  const all = strength.reduce((sum, one) => sum + one, 0);
  if (all === 0) return 0;
  let sum = 0;
  for (const one of range(given.size))
    for (const other of range(given.size))
      if (of[one] === of[other]) sum += cell(table, one, other) - ((strength[one] ?? 0) * (strength[other] ?? 0)) / all;
  return sum / all;
}

test('modularity of any grouping is its sum over pairs', () => {
  fc.assert(
    fc.property(made, fc.array(fc.nat(8), { minLength: 9, maxLength: 9 }), (given, labels) => {
      const of = labels.slice(0, given.size).map((label) => label % given.size);
      expect(modularity(undirected(given), Int32Array.from(of))).toBeCloseTo(slowModularity(given, of), 10);
    }),
    { numRuns: 500 },
  );
});

test('communities: never worse than everybody alone, never across components, as modular as they say, always the same', () => {
  fc.assert(
    fc.property(made, (given) => {
      const links = undirected(given);
      const found = communities(links);
      const alone = range(given.size);
      expect(found.modularity).toBeGreaterThanOrEqual(slowModularity(given, alone) - 1e-12);
      expect(found.modularity).toBeCloseTo(slowModularity(given, [...found.of]), 10);
      expect(communities(links)).toEqual(found);
      const table = reach(given);
      for (const one of alone)
        for (const other of alone) if (found.of[one] === found.of[other]) expect(table[one]?.[other]).toBe(true);
    }),
    { numRuns: 500 },
  );
});
