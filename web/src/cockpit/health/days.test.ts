import { describe, expect, test } from 'vitest';
import { addDays, dayIn, lastOf, lengthOf, moved } from './days.ts';

test('days are added without a zone', () => {
  expect(addDays('2026-03-28', 2)).toBe('2026-03-30');
  expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
  expect(lengthOf({ from: '2026-03-01', until: '2026-04-01' })).toBe(31);
  expect(lastOf({ from: '2026-03-01', until: '2026-04-01' })).toBe('2026-03-31');
});

test('an instant falls on the day of the workspace', () => {
  expect(dayIn('Europe/Paris', '2026-06-30T22:30:00Z')).toBe('2026-07-01');
  expect(dayIn('America/New_York', '2026-06-30T22:30:00Z')).toBe('2026-06-30');
});

describe('the period moves by its length', () => {
  const end = '2026-06-01';

  test('before: any days', () => {
    expect(moved({ from: '2026-03-03', until: end }, -1, end)).toEqual({
      kind: 'range',
      from: '2025-12-03',
      until: '2026-03-02',
    });
  });

  test('after: back at the end it is a usual period again', () => {
    expect(moved({ from: '2025-12-03', until: '2026-03-03' }, 1, end)).toEqual({ kind: 'days', days: 90 });
  });

  test('not past the newest activity', () => {
    expect(moved({ from: '2026-03-03', until: end }, 1, end)).toBeUndefined();
    expect(moved({ from: '2026-05-20', until: '2026-05-30' }, 1, end)).toEqual({
      kind: 'range',
      from: '2026-05-30',
      until: '2026-06-08',
    });
  });
});
