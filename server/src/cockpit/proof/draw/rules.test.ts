import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { armOf, countArms } from './rules.ts';

test('a draw halves, is the same again for the same seed, and another for another', () => {
  const people = Array.from({ length: 2000 }, () => randomUUID());
  const arms = people.map((id) => armOf('seed', id));
  const now = arms.filter((arm) => arm === 'now').length;
  expect(now).toBeGreaterThan(880);
  expect(now).toBeLessThan(1120);
  expect(people.map((id) => armOf('seed', id))).toEqual(arms);
  expect(people.map((id) => armOf('other', id))).not.toEqual(arms);
});

test('everybody is counted as drawn, also whom nobody knows any more', () => {
  const drawn = [
    { memberId: 'a', arm: 'now', arrivedOn: '2026-01-05' },
    { memberId: 'b', arm: 'now', arrivedOn: '2026-01-05' },
    { memberId: 'c', arm: 'later', arrivedOn: '2026-01-06' },
  ] as const;
  const newcomers = [{ memberId: 'a', arrivedOn: '2026-01-05', cameBack: true }];
  expect(countArms(drawn, newcomers)).toEqual({ now: { drawn: 2, came: 1 }, later: { drawn: 1, came: 0 } });
});
