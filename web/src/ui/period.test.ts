import { expect, test } from 'vitest';
import { isDay, periodOf, periodText, USUAL_PERIOD } from './period.ts';

test.each(['90d', '28d', 'all', '2026-01-01..2026-01-31'])('%s is read and written back', (text) => {
  expect(periodText(periodOf(text))).toBe(text);
});

test.each([undefined, '', '0d', 'tomorrow', '2026-02-30..2026-03-01', '2026-03-01..2026-02-01'])(
  '%s is the usual period',
  (text) => {
    expect(periodOf(text)).toEqual(USUAL_PERIOD);
  },
);

test('days exist or not', () => {
  expect(isDay('2028-02-29')).toBe(true);
  expect(isDay('2026-02-29')).toBe(false);
});
