import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeShared, sharedPath } from '../../../tools/testing/shared.ts';
import { isDominated, isFew, mayTell, suppress } from './index.ts';
import type { Cell } from './index.ts';

interface Vectors {
  readonly k: number;
  readonly tables: readonly {
    readonly cells: Readonly<Record<string, number>>;
    readonly total_shown: boolean;
    readonly hidden: readonly string[];
  }[];
  readonly filters: readonly { readonly parent: number; readonly selected: number; readonly allow: boolean }[];
}

const cellsOf = (counts: Readonly<Record<string, number>>): Cell[] =>
  Object.entries(counts).map(([key, persons]) => ({ key, persons }));
const hiddenOf = (counts: Readonly<Record<string, number>>, k = 5, showsTotal = true) => {
  const { hidden, hidesTotal } = suppress(cellsOf(counts), { k, showsTotal });
  return { hidden: [...hidden].sort(), hidesTotal };
};

describeShared('vectors', () => {
  test('small cells, what would give them away, and filters', () => {
    const { k, tables, filters } = JSON.parse(
      readFileSync(sharedPath('vectors', 'suppression.json') ?? '', 'utf8'),
    ) as Vectors;
    for (const { cells, total_shown: showsTotal, hidden } of tables) {
      expect(hiddenOf(cells, k, showsTotal).hidden).toEqual([...hidden].sort());
    }
    for (const { parent, selected, allow } of filters) expect(mayTell(selected, parent, k)).toBe(allow);
  });
});

test('bounds', () => {
  expect([0, 1, 4, 5].map((n) => isFew(n, 5))).toEqual([false, true, true, false]);
  expect([mayTell(0, 20, 5), mayTell(20, 20, 5), mayTell(15, 20, 5), mayTell(16, 20, 5), mayTell(4, 20, 5)]).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
  expect([0.5, 0.51].map((largest) => isDominated({ persons: 9, largest }))).toEqual([false, true]);
});

test('what is hidden, by example', () => {
  expect(hiddenOf({ a: 30, b: 12 })).toEqual({ hidden: [], hidesTotal: false });
  // Without a total, nothing can be subtracted.
  expect(hiddenOf({ a: 30, b: 12, c: 2 }, 5, false)).toEqual({ hidden: ['c'], hidesTotal: false });
  // Two small ones that add up to a few: the next goes with them.
  expect(hiddenOf({ a: 30, b: 12, c: 2, d: 2 })).toEqual({ hidden: ['b', 'c', 'd'], hidesTotal: false });
  expect(hiddenOf({ a: 30, b: 12, c: 3, d: 3 })).toEqual({ hidden: ['c', 'd'], hidesTotal: false });
  // An empty cell hides nobody behind it.
  expect(hiddenOf({ a: 30, b: 12, c: 2, d: 0 })).toEqual({ hidden: ['b', 'c'], hidesTotal: false });
  expect(hiddenOf({ a: 2, b: 2 })).toEqual({ hidden: ['a', 'b'], hidesTotal: true });
  const one = suppress([{ key: 'a', persons: 9, largest: 0.6 }], { k: 5, showsTotal: true });
  expect([[...one.hidden], one.hidesTotal]).toEqual([['a'], true]);
});

test('nobody gets a small cell, nor to one by subtraction', () => {
  const persons = fc.oneof(fc.nat(6), fc.nat(60));
  fc.assert(
    fc.property(fc.array(persons, { maxLength: 8 }), fc.integer({ min: 3, max: 12 }), (counts, k) => {
      const cells = counts.map((count, n): Cell => ({ key: String(n), persons: count }));
      const { hidden, hidesTotal } = suppress(cells, { k, showsTotal: true });
      const shown = cells.filter(({ key }) => !hidden.has(key));
      for (const cell of shown) expect(isFew(cell.persons, k)).toBe(false);
      if (hidesTotal || hidden.size === 0) return;
      const rest = cells.filter(({ key }) => hidden.has(key));
      expect(rest.length).toBeGreaterThan(1);
      expect(rest.reduce((sum, cell) => sum + cell.persons, 0)).toBeGreaterThanOrEqual(k);
    }),
    { numRuns: 1000 },
  );
});
