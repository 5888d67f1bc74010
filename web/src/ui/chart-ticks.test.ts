import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeNamesOf, ticksOf } from './chart-ticks.ts';

const whole = (value: number): string => String(Math.round(value));
const exact = String;

describe('levels of a chart', () => {
  test('are round, and hold what is drawn between the first and the last', () => {
    expect(ticksOf({ low: 0, high: 1477 }, whole).levels).toEqual([0, 500, 1000, 1500]);
    expect(ticksOf({ low: 0, high: 0.968 }, exact).levels).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(ticksOf({ low: -35, high: 120 }, whole).levels).toEqual([-50, 0, 50, 100, 150]);
  });

  test('are never written alike: there is no half person', () => {
    expect(ticksOf({ low: 0, high: 2 }, whole).levels).toEqual([0, 1, 2]);
    expect(ticksOf({ low: 0, high: 1 }, whole).levels).toEqual([0, 1]);
  });

  test('of times are whole hours and days', () => {
    const hours = ticksOf({ low: 0, high: 82_000 }, exact, 'seconds').levels.map((level) => level / 3600);
    expect(hours).toEqual([0, 6, 12, 18, 24]);
  });

  test('enclose any bounds, in six levels at most', () => {
    const number = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(number, number, (one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        fc.pre(high - low > 1e-3);
        const ticks = ticksOf({ low, high }, exact);
        const dust = (Math.abs(low) + Math.abs(high)) * 1e-9;
        expect(ticks.low).toBeLessThanOrEqual(low + dust);
        expect(ticks.high).toBeGreaterThanOrEqual(high - dust);
        expect(ticks.levels.length).toBeLessThanOrEqual(6);
      }),
    );
  });
});

describe('names along a chart', () => {
  const scale = { width: 600, height: 100, low: 0, high: 1 };

  test('begin at the first place and end at the last', () => {
    const names = placeNamesOf(13, scale, 100);
    expect(names.map(({ at }) => at)).toEqual([0, 3, 6, 9, 12]);
    expect(names.map(({ side }) => side)).toEqual(['start', 'middle', 'middle', 'middle', 'end']);
  });

  test('are two where there is no room for more', () => {
    expect(placeNamesOf(13, { ...scale, width: 150 }, 100).map(({ at }) => at)).toEqual([0, 12]);
  });

  test('are as many as there are places, never more', () => {
    expect(placeNamesOf(2, scale, 100).map(({ at }) => at)).toEqual([0, 1]);
    expect(placeNamesOf(0, scale, 100)).toEqual([]);
  });
});
