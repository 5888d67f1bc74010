import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from './day.ts';
import { joined } from './window.ts';

const windows = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 20 }))
    .map(([start, days]) => ({ from: addDays('2026-01-01', start), until: addDays('2026-01-01', start + days) })),
  { maxLength: 8 },
);
const days = Array.from({ length: 90 }, (_, n) => addDays('2026-01-01', n));

test('joined windows hold the same days, stand apart and in order', () => {
  fc.assert(
    fc.property(windows, (asked) => {
      const found = joined(asked);
      const holds = (list: typeof asked, day: string) =>
        list.filter(({ from, until }) => from <= day && day < until).length;
      for (const day of days) expect(holds([...found], day)).toBe(holds(asked, day) > 0 ? 1 : 0);
      for (const [n, { from }] of found.slice(1).entries()) expect(from > (found[n]?.until ?? '')).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
