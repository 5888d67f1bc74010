import { describe, expect, test } from 'vitest';
import { askedOf } from './asked.ts';
import { acrossOf, bandOf, stairs, stepAt, ticksOf, timeAt, timesOf } from './curve.ts';
import { ranksOf, shareOf } from './share.ts';

const DAY = 86_400;
const plane = { width: 700, height: 200, until: 30 * DAY };
const step = (seconds: number, share: number) => ({ seconds, share, low: share / 2, high: share, waiting: 1 });
const steps = [step(3600, 0.25), step(DAY, 0.5)];

describe('the curve of answer times', () => {
  test('a time and where it stands are the same thing twice', () => {
    for (const seconds of [60, 3600, DAY, 30 * DAY])
      expect(timeAt(acrossOf(seconds, plane), plane) / seconds).toBeCloseTo(1, 1);
    expect(acrossOf(5, plane)).toBe(0);
    expect(acrossOf(99 * DAY, plane)).toBe(700);
  });

  test('is level until the next reply, and ends where nothing was watched any longer', () => {
    const [hour, day] = [acrossOf(3600, plane), acrossOf(DAY, plane)];
    expect(stairs(steps, (one) => one.share, plane, 30 * DAY)).toBe(`M0 200H${hour}V150H${day}V100H700`);
    expect(stairs([], (one) => one.share, plane, DAY)).toBe(`M0 200H${day}`);
    expect(bandOf([], plane, DAY)).toBe('');
    expect(bandOf(steps, plane, 30 * DAY).endsWith('Z')).toBe(true);
  });

  test('says nothing before its first step', () => {
    expect(stepAt(steps, 60)).toBeUndefined();
    expect(stepAt(steps, DAY)?.share).toBe(0.5);
  });

  test('names the times there is room for', () => {
    expect(ticksOf({ ...plane, width: 2000 })).toEqual([60, 600, 3600, 21_600, DAY, 3 * DAY, 7 * DAY, 30 * DAY]);
    expect(ticksOf({ ...plane, width: 300 }).length).toBeLessThan(7);
    expect(timesOf(2 * 3600)).toEqual([60, 600, 3600]);
  });
});

describe('the curve of concentration', () => {
  const points = [
    { n: 0, share: 0 },
    { n: 1, share: 0.4 },
    { n: 11, share: 0.9 },
    { n: 31, share: 1 },
  ];

  test('is straight between its points', () => {
    expect(shareOf(points, 1)).toBe(0.4);
    expect(shareOf(points, 3)).toBeCloseTo(0.5, 12);
    expect(shareOf(points, 31)).toBe(1);
  });

  test('its table tells of one, two, five, ten …, of the half and of all', () => {
    expect(ranksOf(31, 3)).toEqual([1, 2, 3, 5, 10, 20, 31]);
    expect(ranksOf(1, 1)).toEqual([1]);
  });
});

test('a list is of the slice that gave the figure', () => {
  expect(askedOf('/api/v1/figures/unanswered?from=2026-01-01&place=a&place=b&compare=none')).toEqual({
    from: ['2026-01-01'],
    place: ['a', 'b'],
  });
});
