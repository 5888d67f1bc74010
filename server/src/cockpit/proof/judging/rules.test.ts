import { describe, expect, test } from 'vitest';
import type { Happening } from '#cockpit/proof/happenings/index.ts';
import type { Expected } from '#cockpit/proof/expecting/index.ts';
import type { Series } from '#cockpit/proof/series/index.ts';
import { addDays } from '#kernel/day.ts';
import { changedWeeks, drawOutcome, isAsExpected, isRipe, outcomeOf, stateOf, verdictOf } from './rules.ts';

const START = '2026-03-09';

function series(values: readonly (number | null)[], before: number): Series {
  const weeks = values.map((value, n) => ({ from: addDays(START, 7 * (n - before)), value, isHidden: false }));
  return { of: 'counts', weeks, before, controls: [], controlsLost: 0, outages: [] };
}

const expects: Expected = {
  figure: 'active_members',
  slice: {},
  direction: 'up',
  size: 10,
  sizeIn: 'percent',
  base: 20,
  matters: 0.1,
  startDay: START,
  weeks: 8,
  design: 'weeks',
  controls: [],
  events: [],
};

const usual = Array.from({ length: 40 }, (_, n) => 18 + ((n * 7) % 5));
const raised = Array.from({ length: 8 }, (_, n) => 38 + ((n * 3) % 4));
const near: Happening = { key: 'note:1', kind: 'note', day: START, text: 'Panne', blocks: true };

describe('a verdict', () => {
  test('is made in the order of the method: data, what else happened, the range', () => {
    const found = outcomeOf(series([...usual, ...raised], 40), expects, [near]);
    expect(found.plain.verdict).toBe('effect_up');
    expect(verdictOf(found, 'weeks', new Set())).toEqual({ verdict: 'cannot_tell', reason: 'confounded' });
    expect(verdictOf(found, 'weeks', new Set(['note:1'])).verdict).toBe('effect_up');
    const short = outcomeOf(series([...usual.slice(20), ...raised], 20), expects, [near]);
    expect(verdictOf(short, 'weeks', new Set())).toEqual({ verdict: 'not_enough_data', reason: 'too_short' });
  });

  test('tells what was expected, the range around it and the sum on earlier dates', () => {
    const { told, path, replay } = outcomeOf(series([...usual, ...raised], 40), expects, []);
    expect(told?.expected).toBeGreaterThan(17);
    expect(told?.expected).toBeLessThan(23);
    expect(told?.observed).toBeGreaterThan(36);
    expect(told?.expectedRange.high).toBeLessThan(told?.observed ?? 0);
    expect(path).toHaveLength(8);
    expect(replay).toEqual({ dates: 1, called: 0 });
  });

  test('finds no material change where nothing moved, and calls a lone missing week missing', () => {
    const flat = Array.from({ length: 8 }, (_, n) => 18 + ((n * 3) % 5));
    const holed = [...usual.slice(0, 10), null, ...usual.slice(11)];
    const found = outcomeOf(series([...holed, ...flat], 40), { ...expects, matters: 0.3 }, []);
    expect(found.plain.verdict).toBe('no_material_change');
    expect(isAsExpected('no_material_change', 'up')).toBe(false);
    expect(isAsExpected('cannot_tell', 'up')).toBeNull();
    expect(isAsExpected('effect_down', 'down')).toBe(true);
  });
});

test('a draw is judged by the difference of two shares of persons, whatever else happened', () => {
  const arms = { now: { drawn: 200, came: 90 }, later: { drawn: 200, came: 60 } };
  const found = drawOutcome(arms, 0.1, [near]);
  expect(verdictOf(found, 'draw', new Set()).verdict).toBe('effect_up');
  expect(found.told?.change).toBeCloseTo(0.15, 10);
  expect(found.told?.changeRange.low).toBeCloseTo(0.0554, 3);
  const few = drawOutcome({ now: { drawn: 19, came: 9 }, later: { drawn: 40, came: 2 } }, 0.1, []);
  expect(few.plain).toEqual({ verdict: 'not_enough_data', reason: 'too_few_drawn' });
});

test('a proof waits for its day and its weeks, and not for ever', () => {
  const days = { withdrawnAt: null, verdict: null, startDay: START, untilDay: '2026-05-04', dueDay: '2026-05-11' };
  expect(['2026-03-08', '2026-03-09', '2026-05-04', '2026-05-11'].map((today) => stateOf(days, today))).toEqual([
    'waiting',
    'running',
    'ripening',
    'late',
  ]);
  const whole = series([...usual, ...raised], 40);
  const late = series([...usual, ...raised.slice(0, 5)], 40);
  expect(isRipe(days, whole, '2026-05-10')).toBe(false);
  expect(isRipe(days, whole, '2026-05-11')).toBe(true);
  expect(isRipe(days, late, '2026-05-11')).toBe(false);
  expect(isRipe(days, late, '2026-06-08')).toBe(true);
});

test('weeks that have another value since are counted', () => {
  const kept = series([1, 2, null], 2).weeks;
  expect(changedWeeks(kept, kept)).toBe(0);
  expect(changedWeeks(kept, series([1, 3, 4], 2).weeks)).toBe(2);
});
