import { expect, test } from 'vitest';
import type { WeekOfFigure } from '#cockpit/figures/index.ts';
import { addDays } from '#kernel/day.ts';
import { outagesIn, seriesOf } from './rules.ts';

const MONDAY = '2026-01-05';
const mondays = Array.from({ length: 8 }, (_, n) => addDays(MONDAY, 7 * n));

const week = (n: number, value: number | null): WeekOfFigure => ({
  from: mondays[n] ?? '',
  until: addDays(mondays[n] ?? '', 7),
  partial: false,
  value:
    value === null
      ? { state: 'unavailable', reason: 'not_watched' }
      : { state: 'value', value, interval: { low: 0, high: null }, n: value, of: value, sample: value },
});

test('the week a start cuts through, weeks of an outage and weeks not watched have no value', () => {
  const main = [null, 5, 6, 7, 8, 9, 10, null].map((value, n) => week(n, value));
  const asked = { unit: 'persons', main, guarded: main.slice(0, 4), controls: [], outages: [mondays[2] ?? ''] };
  const found = seriesOf({ ...asked, startDay: '2026-02-04' });
  expect(found.weeks.map(({ value }) => value)).toEqual([5, null, 7, null, 9, 10]);
  expect(found.before).toBe(4);
  expect(found.weeks.map(({ isHidden }) => isHidden)).toEqual([false, false, false, true, true, true]);
  expect(found.outages).toEqual([]);
});

test('a control with a gap is closed by the week before it, one full of gaps or without movement is left aside', () => {
  const main = mondays.map((_, n) => week(n, 10 + n));
  const moving = mondays.map((_, n) => week(n, 4 + (n % 3)));
  const still = mondays.map((_, n) => week(n, 4));
  const holed = mondays.map((_, n) => week(n, n % 2 === 0 ? null : n));
  const asked = { unit: 'persons', main, guarded: main, outages: [], startDay: mondays[6] ?? '' };
  const found = seriesOf({ ...asked, controls: [moving, still, holed] });
  expect(found.controls).toEqual([[4, 5, 6, 4, 5, 6, 4, 5]]);
  expect(found.controlsLost).toBe(2);
});

test('silence is an outage only where a place never is silent, and only between its first and its last week', () => {
  const rows = mondays.flatMap((from, n) => [
    { place: 'busy', from, n: n === 3 ? 0 : 40 },
    { place: 'quiet', from, n: n === 4 ? 0 : 3 },
    ...(n < 6 ? [{ place: 'gone', from, n: 30 }] : []),
  ]);
  expect(outagesIn(rows, mondays)).toEqual([mondays[3]]);
});
