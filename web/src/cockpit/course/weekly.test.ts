import { expect, test } from 'vitest';
import type { CourseKeyResult } from '#cockpit/course/wire.ts';
import { weeksOf } from './weekly.ts';

const reading = (day: string, value: number | null) => ({
  day,
  takenAt: '2026-02-01T08:00:00Z',
  value,
  low: null,
  high: null,
  because: value === null ? 'Rien.' : null,
});
const keyResult: CourseKeyResult = {
  id: 'k',
  figure: { id: 'active_members', name: 'Membres actifs', unit: 'persons', direction: 'more_is_better' },
  slice: {},
  spanDays: 28,
  baseline: { value: 100, low: 90, high: 110, from: '2026-01-05', until: '2026-02-02' },
  target: 140,
  due: '2026-03-02',
  version: 1,
  state: 'on_course',
  because: null,
  expected: 110,
  progress: 0.25,
  readings: [reading('2026-02-08', 111), reading('2026-02-22', null)],
  forecast: null,
};

test('each week has its place on the line; one that was not measured is a gap', () => {
  const weeks = weeksOf(keyResult, '2026-02-25');
  expect(weeks.map(({ day, line }) => [day, line])).toEqual([
    ['2026-02-01', 100],
    ['2026-02-08', 110],
    ['2026-02-15', 120],
    ['2026-02-22', 130],
    ['2026-03-01', 140],
    ['2026-03-08', 140],
  ]);
  expect(weeks.map((week) => week.reading?.value)).toEqual([100, 111, undefined, null, undefined, undefined]);
  expect(weeks.map((week) => week.drawn?.value)).toEqual([100, 111, undefined, undefined, undefined, undefined]);
});

test('the line runs straight over weeks nobody measured', () => {
  const sparse = { ...keyResult, readings: [reading('2026-02-15', 120)] };
  expect(weeksOf(sparse, '2026-02-25').map((week) => week.drawn?.value)).toEqual([
    100,
    110,
    120,
    undefined,
    undefined,
    undefined,
  ]);
});

test('what is expected opens from the last reading to its day', () => {
  const stop = (day: string, median: number, around: number) => ({
    day,
    median,
    low: median - around,
    high: median + around,
  });
  const fan = [stop('2026-02-22', 115, 4), stop('2026-03-01', 120, 10)];
  const value = { median: 120, low: 110, high: 130, chance: 0.2, word: 'unlikely', fan } as const;
  const forecast = { day: '2026-02-08', aimDay: '2026-03-01', weeks: 30, value, because: null };
  expect(weeksOf({ ...keyResult, forecast }, '2026-02-25').map(({ expected }) => expected)).toEqual([
    undefined,
    { median: 111, low: 111, high: 111 },
    { median: 113, low: 111, high: 115 },
    { median: 115, low: 111, high: 119 },
    { median: 120, low: 110, high: 130 },
    undefined,
  ]);
  expect(weeksOf({ ...keyResult, forecast: { ...forecast, value: null } }, '2026-02-25')[4]?.expected).toBe(undefined);
});
