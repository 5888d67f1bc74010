import { expect, test } from 'vitest';
import { targetOf } from './virtual-list.tsx';

test.each([
  ['ArrowDown', 4, 5],
  ['ArrowUp', 0, 0],
  ['ArrowDown', 99, 99],
  ['PageDown', 95, 99],
  ['PageUp', 25, 15],
  ['Home', 50, 0],
  ['End', 50, 99],
])('%s from %d leads to %d among a hundred', (key, here, there) => {
  expect(targetOf(key, here, 100)).toBe(there);
});

test('other keys are not of the list', () => {
  expect(targetOf('a', 3, 100)).toBeUndefined();
});
