import { expect, test } from 'vitest';
import { moved, written } from './columns.ts';

test('arrows stay inside the matrix, letters write, Enter goes through all of them', () => {
  const size = { rows: 3, columns: 2 };
  expect(moved({ row: 0, column: 0 }, 'ArrowUp', size)).toEqual({ row: 0, column: 0 });
  expect(moved({ row: 2, column: 1 }, 'ArrowDown', size)).toEqual({ row: 2, column: 1 });
  expect(moved({ row: 1, column: 0 }, 'End', size)).toEqual({ row: 1, column: 1 });
  expect(moved({ row: 1, column: 0 }, 'Tab', size)).toBeUndefined();
  expect([written('r', null), written('Delete', 'R'), written('x', 'R')]).toEqual(['R', null, undefined]);
  const round = [null, 'R', 'A', 'C', 'I'] as const;
  expect(round.map((letter) => written('Enter', letter))).toEqual(['R', 'A', 'C', 'I', null]);
});
