import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween } from '#kernel/day.ts';
import type { Reading } from './model.ts';
import { checkedAim, daysToReadBack, isReached, isReadingDue, lineAt, paceOf } from './rules.ts';

const START = '2026-01-01';
const line = (value: number, target: number) => ({
  baseline: { value, low: null, high: null, from: '2025-10-03', until: START },
  target,
  due: '2026-04-11', // a hundred days on
});
const read = (day: string, value: number, around = 0): Reading => ({
  day,
  takenAt: new Date(`${day}T23:00:00Z`),
  value,
  low: value - around,
  high: value + around,
  missing: null,
});
const after = (days: number) => addDays(START, days - 1);

describe('the pace line', () => {
  test('is straight from the baseline, on the day after its window, to the target on its day', () => {
    expect(lineAt(line(100, 200), after(0))).toBe(100);
    expect(lineAt(line(100, 200), after(30))).toBe(130);
    expect(lineAt(line(200, 100), after(30))).toBe(170);
    expect(lineAt(line(100, 200), after(100))).toBe(200);
  });
  test('never leaves the span between baseline and target, and moves one way only', () => {
    const value = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(value, value, fc.nat(400), fc.nat(400), (from, to, a, b) => {
        fc.pre(from !== to);
        const [early, late] = [Math.min(a, b) - 100, Math.max(a, b) - 100].map((days) =>
          lineAt(line(from, to), after(days)),
        );
        expect(early).toBeGreaterThanOrEqual(Math.min(from, to));
        expect(early).toBeLessThanOrEqual(Math.max(from, to));
        expect(Math.sign((late ?? 0) - (early ?? 0)) * Math.sign(to - from)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('where a key result stands', () => {
  test.each([
    ['on the line', 100, 200, 130, 'on_course'],
    ['a tenth of the way under it', 100, 200, 120, 'on_course'],
    ['more than that under it', 100, 200, 119, 'behind'],
    ['more than that over it', 100, 200, 141, 'ahead'],
    ['at the target before its day', 100, 200, 200, 'reached'],
    ['under it where it should sink', 200, 100, 158, 'ahead'],
    ['over it where it should sink', 200, 100, 182, 'behind'],
    ['under the target where it should sink', 200, 100, 99, 'reached'],
    ['further from the target than it began', 100, 200, 60, 'behind'],
  ])('%s: %d → %d, %d after 30 days', (_, from, to, value, state) => {
    expect(paceOf(line(from, to), read(after(30), value), after(31)).state).toBe(state);
  });
  test('after its day only the target itself will do', () => {
    expect(paceOf(line(100, 200), read(after(120), 189), after(121)).state).toBe('behind');
    expect(paceOf(line(100, 200), read(after(120), 200), after(121)).state).toBe('reached');
  });
  test('without a value, with an old one, or one that chance explains, it cannot be told', () => {
    const gone: Reading = { day: after(30), takenAt: new Date(), value: null, missing: 'no_places' };
    expect(paceOf(line(100, 200), undefined, after(31))).toMatchObject({
      state: 'cannot_tell',
      because: 'not_measured',
    });
    expect(paceOf(line(100, 200), gone, after(31))).toMatchObject({ state: 'cannot_tell', because: 'missing' });
    expect(paceOf(line(100, 200), read(after(30), 130), after(62))).toMatchObject({
      state: 'cannot_tell',
      because: 'old',
    });
    expect(paceOf(line(100, 200), read(after(30), 150, 60), after(31))).toMatchObject({
      state: 'cannot_tell',
      because: 'too_wide',
    });
  });
  test('it is on course, or ahead, only with a value that says so', () => {
    const reading = fc.record({
      day: fc.nat(200),
      value: fc.option(fc.integer({ min: -500, max: 500 })),
      around: fc.nat(300),
      asked: fc.nat(260),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: -400, max: 400 }),
        fc.integer({ min: -400, max: 400 }),
        reading,
        (from, to, { day, value, around, asked }) => {
          fc.pre(from !== to);
          const taken: Reading =
            value === null
              ? { day: after(day), takenAt: new Date(), value, missing: 'too_few' }
              : read(after(day), value, around);
          const pace = paceOf(line(from, to), taken, after(asked));
          expect(pace.because === null).toBe(pace.state !== 'cannot_tell');
          if (value === null) expect(pace.state).toBe('cannot_tell');
          else if (pace.state !== 'cannot_tell')
            expect(pace.state === 'reached').toBe(isReached(line(from, to), value));
          if (pace.state === 'on_course')
            expect(Math.abs((value ?? 0) - pace.expected)).toBeLessThanOrEqual(0.1 * Math.abs(to - from) + 1e-6);
        },
      ),
    );
  });
});

describe('what a target may be', () => {
  const aim = {
    unit: 'share',
    maySink: false,
    baseline: 0.6,
    target: 0.7,
    due: '2026-06-01',
    today: '2026-01-01',
    horizon: '2026-06-30',
  } as const;
  test.each([
    ['the baseline itself', { target: 0.6 }, 'key-result/target_is_baseline'],
    ['more than all', { target: 1.2 }, 'key-result/target_impossible'],
    ['less than nothing', { target: -0.1 }, 'key-result/target_impossible'],
    ['for a day that is over', { due: '2026-01-01' }, 'key-result/due_past'],
    ['for a day after the horizon', { due: '2026-07-01' }, 'key-result/due_after_horizon'],
  ])('not %s', (_, change, code) => {
    expect(checkedAim({ ...aim, ...change })).toMatchObject({ ok: false, refusal: { code } });
  });
  test('a balance may be negative', () => {
    expect(checkedAim({ ...aim, unit: 'persons', maySink: true, target: -3 }).ok).toBe(true);
    expect(checkedAim(aim).ok).toBe(true);
  });
});

test('a reading is due when it is a day old', () => {
  const now = new Date('2026-03-02T08:00:00Z');
  expect(isReadingDue(undefined, now, 24)).toBe(true);
  expect(isReadingDue({ takenAt: new Date('2026-03-01T08:00:00Z') }, now, 24)).toBe(true);
  expect(isReadingDue({ takenAt: new Date('2026-03-01T08:00:01Z') }, now, 24)).toBe(false);
});

test('reads back a few days, a week apart at least, none before the baseline', () => {
  fc.assert(
    fc.property(fc.nat(1500), fc.integer({ min: 1, max: 20 }), (span, most) => {
      const newest = addDays(START, span);
      const days = daysToReadBack(START, newest, most);
      expect(days.length).toBeLessThanOrEqual(most);
      for (const day of days) expect(day >= START && day < newest && daysBetween(day, newest) % 7 === 0).toBe(true);
    }),
  );
  expect(daysToReadBack(START, addDays(START, 21), 16)).toEqual([START, addDays(START, 7), addDays(START, 14)]);
});
