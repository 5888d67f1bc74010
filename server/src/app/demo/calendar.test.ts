import { describe, expect, it } from 'vitest';
import { HOUR, answerMoment, localDay, localTime, parisOffset, startOfDay } from './calendar.ts';
import { createRandom } from './random.ts';

describe('the clock of Paris', () => {
  it.each([
    ['2026-03-29T00:59:59Z', 1],
    ['2026-03-29T01:00:00Z', 2],
    ['2026-10-25T00:59:59Z', 2],
    ['2026-10-25T01:00:00Z', 1],
  ])('%s is %i h ahead', (at, hours) => {
    expect(parisOffset(Date.parse(at))).toBe(hours * HOUR);
  });

  it('begins its days at its own midnight, also when the clocks change', () => {
    for (const day of ['2026-01-31', '2026-03-28', '2026-03-29', '2026-03-30', '2026-10-25', '2026-10-26']) {
      expect([localDay(startOfDay(day)), localTime(startOfDay(day)).hour]).toEqual([day, 0]);
      expect(localDay(startOfDay(day) - 1)).not.toBe(day);
    }
  });
});

describe('when people answer', () => {
  const answers = (isStaff: boolean) =>
    Array.from({ length: 400 }, (_, nth) =>
      answerMoment(createRandom(`${nth}`), Date.parse('2026-06-05T15:00:00Z'), isStaff, 3),
    );

  it('the team answers in its hours on working days, and seldom at the weekend', () => {
    const times = answers(true).map((at) => localTime(at));
    expect(times.filter(({ weekday }) => weekday > 4).length).toBeLessThan(60);
    expect(times.filter(({ hour, weekday }) => weekday < 5 && (hour < 8 || hour >= 22))).toEqual([]);
  });

  it('members answer at any hour, least at night', () => {
    const nights = answers(false).filter((at) => localTime(at).hour < 6);
    expect(nights.length).toBeLessThan(30);
    expect(Math.min(...answers(false))).toBeGreaterThan(Date.parse('2026-06-05T15:00:00Z'));
  });
});
