import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, cut, dayIn, daysBetween, firstOfMonth, mondayOf, nextMonth, yearBefore } from './day.ts';

const day = fc.integer({ min: -20_000, max: 40_000 }).map((offset) => addDays('1970-01-01', offset));

test('sums of days come back, and a week begins on a Monday', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -4000, max: 4000 }), (from, days) => {
      expect(daysBetween(from, addDays(from, days))).toBe(days);
      const monday = mondayOf(from);
      expect(new Date(`${monday}T00:00:00Z`).getUTCDay()).toBe(1);
      expect(daysBetween(monday, from)).toBeGreaterThanOrEqual(0);
      expect(daysBetween(monday, from)).toBeLessThan(7);
    }),
    { numRuns: 1000 },
  );
});

test('the pieces of a window fill it without gap or overlap', () => {
  fc.assert(
    fc.property(
      day,
      fc.integer({ min: 1, max: 900 }),
      fc.constantFrom('week' as const, 'month' as const),
      (from, days, by) => {
        const until = addDays(from, days);
        const pieces = cut({ from, until }, by);
        expect(pieces[0]?.from).toBe(from);
        expect(pieces.at(-1)?.until).toBe(until);
        for (const [place, piece] of pieces.entries()) {
          expect(piece.from < piece.until).toBe(true);
          if (place > 0) expect(piece.from).toBe(pieces[place - 1]?.until);
          if (place > 0) expect(piece.from).toBe(by === 'week' ? mondayOf(piece.from) : firstOfMonth(piece.from));
        }
      },
    ),
    { numRuns: 1000 },
  );
});

test('months, years and zones', () => {
  expect(nextMonth('2024-01-31')).toBe('2024-02-01');
  expect(nextMonth('2024-12-01')).toBe('2025-01-01');
  expect(yearBefore('2024-02-29')).toBe('2023-02-28');
  expect(yearBefore('2025-07-14')).toBe('2024-07-14');
  expect(dayIn('Europe/Paris', new Date('2015-04-02T22:30:00Z'))).toBe('2015-04-03');
  expect(dayIn('America/New_York', new Date('2015-04-02T02:30:00Z'))).toBe('2015-04-01');
});
