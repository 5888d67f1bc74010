import { expect, test } from 'vitest';
import { isDay, isInstant } from './when.ts';

test('only days and instants that exist are taken', () => {
  expect([isDay('2024-02-29'), isDay('2023-02-29'), isDay('2024-13-01'), isDay('7 mars 2012')]).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect(isInstant('2024-02-29T23:59:59.999Z')).toBe(true);
  expect(
    ['2024-02-30T10:00:00Z', '2024-02-28T25:00:00Z', '2024-02-28T10:00:00+01:00', '2024-02-28'].some(isInstant),
  ).toBe(false);
});
