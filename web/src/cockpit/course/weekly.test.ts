import { expect, test } from 'vitest';
import type { KeyResultView } from '#cockpit/course/key-results/wire.ts';
import { weeksOf } from './weekly.ts';

const reading = (day: string, value: number | null) => ({
  day,
  takenAt: '2026-02-01T08:00:00Z',
  value,
  low: null,
  high: null,
  because: value === null ? 'Rien.' : null,
});
const keyResult: KeyResultView = {
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
