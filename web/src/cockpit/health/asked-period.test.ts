import { expect, test } from 'vitest';
import { askedPeriod } from './asked-period.ts';

test.each([
  [undefined, {}],
  ['90d', {}],
  ['28d', { days: '28' }],
  ['365d', { days: '365' }],
  ['all', { days: 'all' }],
  ['2026-01-01..2026-01-31', { from: '2026-01-01', until: '2026-02-01' }],
  // The server refuses these in words.
  ['2026-02-01..2026-01-01', { from: '2026-02-01', until: '2026-01-02' }],
  ['1000-01-01..2026-01-01', { from: '1000-01-01', until: '2026-01-02' }],
])('%s asks for %j', (text, days) => {
  expect(askedPeriod(text)).toMatchObject({ isWrong: false, days });
});

test.each(['30d', '2026-02-30..2026-03-01', 'hier', ''])('%s is no period', (text) => {
  expect(askedPeriod(text).isWrong).toBe(true);
});
