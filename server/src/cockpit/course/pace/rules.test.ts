import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { REGISTRY } from '#cockpit/figures/index.ts';
import { addDays } from '#kernel/day.ts';
import { aimDayOf, expectedOf, madeOf, seedOf, type Outlook } from './rules.ts';

const counts = (length: number) => Array.from({ length }, (_, n) => ({ value: 30 + ((n * 17) % 23), n: 0, of: 0 }));
const DAY = '2026-03-01'; // a Sunday
const outlook = (change: Partial<Outlook> = {}): Outlook => ({
  figure: 'active_members',
  span: 4,
  latest: 100,
  weeks: counts(40),
  day: DAY,
  due: '2026-06-30',
  aim: { target: 120, wanted: 'at_least' },
  seed: 7,
  ...change,
});
const told = (change: Partial<Outlook> = {}) => {
  const found = expectedOf(outlook(change));
  return found.ok ? found.value : expect.unreachable(found.refusal.code);
};
const refused = (change: Partial<Outlook>) => {
  const found = expectedOf(outlook(change));
  return found.ok ? 'told' : found.refusal.code;
};

describe('what a key result will be', () => {
  test('is the same for the same weeks and seed, on its scale, and another the next week', () => {
    expect(told()).toEqual(told());
    expect(told({ seed: seedOf('another') })).not.toEqual(told());
    // Half as many persons for the same weeks: half of everything.
    expect(told({ latest: 50 }).median).toBeCloseTo(told().median / 2, 9);
  });

  test('has ranges in one another, a chance that falls with the target, and a fan that ends where it does', () => {
    const chances = [80, 100, 120, 140].map(
      (target) => told({ aim: { target, wanted: 'at_least' } }).chance ?? expect.unreachable('no chance'),
    );
    expect(chances).toEqual(chances.toSorted((a, b) => b - a));
    const { median, range50, range80, range95, fan } = told();
    const ends = [range95.low, range80.low, range50.low, median, range50.high, range80.high, range95.high];
    expect(ends).toEqual(ends.toSorted((a, b) => a - b));
    expect(fan.at(-1)).toEqual({ day: aimDayOf('2026-06-30'), median, ...range80 });
    expect(fan.every(({ day }, n) => day > (fan[n - 1]?.day ?? DAY))).toBe(true);
  });

  test('knows the weeks of its window that are over', () => {
    // One week to go of a window of four: three are known.
    const near = told({ due: addDays(DAY, 7) });
    const far = told({ due: addDays(DAY, 84) });
    const width = ({ range80 }: typeof near) => range80.high - range80.low;
    expect(width(near)).toBeLessThan(width(far) / 2);
  });

  test('of a share is a share', () => {
    const weeks = Array.from({ length: 30 }, (_, n) => ({ value: null, n: 20 + (n % 5), of: 40 }));
    const latest = weeks.slice(-4).reduce((sum, { n }) => sum + n, 0) / 160;
    const found = told({ figure: 'welcomed_24h', weeks, latest, aim: { target: 0.6, wanted: 'at_least' } });
    expect(found.range95.low).toBeGreaterThan(0);
    expect(found.range95.high).toBeLessThan(1);
    expect(found.median).toBeGreaterThan(0.4);
    expect(found.median).toBeLessThan(0.65);
    expect(refused({ figure: 'welcomed_24h', weeks, latest: latest + 0.1 })).toBe('not_by_week');
  });
});

describe('nothing is said', () => {
  test.each([
    ['of its own day', { due: addDays(DAY, 6) }, 'over'],
    ['of a figure in seconds', { figure: 'first_response_time' }, 'not_covered'],
    ['of what is more than its weeks', { latest: 5000 }, 'not_by_week'],
    ['of a figure that has no weeks', { weeks: [null, null] }, 'not_by_week'],
    ['from five weeks', { weeks: counts(5) }, 'short'],
    ['where many weeks are unknown', { weeks: counts(40).map((week, n) => (n % 5 === 2 ? null : week)) }, 'gaps'],
    ['where nothing varies', { weeks: counts(40).map((week) => ({ ...week, value: 30 })) }, 'steady'],
  ])('%s', (_, change, code) => {
    expect(refused(change)).toBe(code);
  });

  test('of the chance with fewer than thirteen weeks, but of the range', () => {
    expect(told({ weeks: counts(12) })).toMatchObject({ chance: undefined });
    expect(told({ weeks: counts(13) }).chance).toBeTypeOf('number');
  });
});

test('the day a forecast speaks of ends a week, on the day or up to six before it', () => {
  fc.assert(
    fc.property(fc.nat(1000), (n) => {
      const due = addDays(DAY, n);
      const day = aimDayOf(due);
      expect(new Date(day).getUTCDay()).toBe(0);
      expect(day <= due && addDays(day, 7) > due).toBe(true);
    }),
  );
});

test('every figure that can be said by week is one of the registry', () => {
  const covered = REGISTRY.filter(({ id }) => madeOf(id) !== undefined);
  expect(covered.length).toBe(13);
  expect(covered.every(({ unit }) => unit === 'persons' || unit === 'share')).toBe(true);
  expect(madeOf('constructor')).toBeUndefined();
});
