import { expect, test } from 'vitest';
import { generateDemo, generateFirstAnswers } from './index.ts';

const OPTIONS = { seed: 11, until: '2026-03-17' };

/** How many there are, and the share of them in which a member came first, before the campaign and since. */
function told(answers: readonly { readonly openedAt: number; readonly isMember: boolean }[], since: string) {
  const start = Date.parse(since);
  const shareOf = (some: typeof answers) => some.filter(({ isMember }) => isMember).length / some.length;
  return {
    n: answers.length,
    before: shareOf(answers.filter(({ openedAt }) => openedAt < start)),
    after: shareOf(answers.filter(({ openedAt }) => openedAt >= start)),
  };
}

test('first answers alone are as many, and as often a member’s, as in the whole community', () => {
  const { threads, truth } = generateDemo(OPTIONS);
  const whole = threads
    .filter(({ kind, threaded }) => threaded && ['question', 'introduction', 'talk'].includes(kind))
    .flatMap(({ messages: [opening, ...others] }) => {
      const first = others.find(({ by }) => by !== opening?.by);
      return opening === undefined || first === undefined
        ? []
        : [{ openedAt: opening.at, isMember: first.by.temper !== 'staff' }];
    });
  const made = generateFirstAnswers(OPTIONS);
  expect([made.campaignOn, made.shamOn]).toEqual([truth.campaign.startsOn, truth.sham.startsOn]);
  const [short, long] = [told(made.answers, made.campaignOn), told(whole, made.campaignOn)];
  expect(short.n / long.n).toBeGreaterThan(0.95);
  expect(short.n / long.n).toBeLessThan(1.05);
  expect(Math.abs(short.before - long.before)).toBeLessThan(0.06);
  expect(Math.abs(short.after - long.after)).toBeLessThan(0.1);
  expect(short.after - short.before).toBeGreaterThan(0.15);
});
