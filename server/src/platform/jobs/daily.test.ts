import { expect, test } from 'vitest';
import { nextAt } from './daily.ts';

const after = (now: string): string => nextAt('03:40', new Date(now)).toISOString();

test('the next run lies on this day or the next, and never where the one that runs was', () => {
  expect(after('2026-06-29T01:00:00Z')).toBe('2026-06-29T03:40:00.000Z');
  expect(after('2026-06-29T03:40:00Z')).toBe('2026-06-30T03:40:00.000Z');
  // The clock of the base runs a little before ours.
  expect(after('2026-06-29T03:39:58Z')).toBe('2026-06-30T03:40:00.000Z');
  expect(after('2026-12-31T20:00:00Z')).toBe('2027-01-01T03:40:00.000Z');
});
