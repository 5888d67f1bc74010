import { expect, test } from 'vitest';
import { ALL, ask, day, forum, instant } from '../../../../../tools/testing/made-forum.ts';
import { EXAMPLES_ON, openAnalysis } from '../../../../../tools/testing/two-engines.ts';

const START = '2026-01-05';
const on = (offset: number) => ({ day: day(START, offset) });
const WINDOW = { from: START, until: day(START, 28) };

test('thirty days to write again, on another day', async () => {
  await using analysis = await openAnalysis();
  const { made, say } = forum(5);
  for (const [member, again] of [
    [0, 30],
    [1, 31],
    [2, 0],
  ] as const) {
    say(member, on(1));
    say(member, on(1 + again));
  }
  // One came exactly 30 days before the end of observation, another a day less.
  say(3, on(20));
  say(4, on(21));
  say(0, on(50));
  const answer = await ask(analysis, EXAMPLES_ON, made, WINDOW)('activation_30d');
  expect(answer.value).toMatchObject({ state: 'too_few', n: 1, of: 4 });
  expect(answer.parts).toEqual({ unripe: 1 });
});

test('24 hours to be answered, by another human, to oneself', async () => {
  await using analysis = await openAnalysis();
  const { made, say, open } = forum(9);
  const members = made.members.map((member, n) => (n === 7 ? { ...member, kind: 'staff' as const } : member));
  const bots = members.map((member, n) => (n === 8 ? { ...member, kind: 'bot' as const } : member));
  const came = instant(day(START, 1));
  const inTime = instant(day(START, 2));
  const late = { at: `${day(START, 2)}T12:00:01.000Z` };
  say(7, instant(day(START, -1)));
  // Answered at the last moment by staff; a second late; by a bot; by herself.
  say(7, inTime, { thread: open(0, came) });
  say(7, late, { thread: open(1, came) });
  say(8, inTime, { thread: open(2, came) });
  const own = open(3, came);
  say(3, inTime, { thread: own });
  // In a thread of another: whoever follows answers him, unless somebody else is answered.
  const thread = open(7, instant(day(START, 0)));
  const words = say(4, came, { thread });
  say(7, inTime, { thread, repliesTo: words });
  const other = open(7, instant(day(START, 0)));
  say(5, came, { thread: other });
  say(7, inTime, { thread: other, repliesTo: made.messages.findIndex((message) => message.thread === other) });
  // Less than 24 hours before the end of observation.
  open(6, instant(day(START, 10)));
  say(7, instant(day(START, 11), '11:00'));
  const answer = await ask(analysis, EXAMPLES_ON, { ...made, members: bots }, WINDOW)('welcomed_24h');
  expect(answer.value).toMatchObject({ state: 'too_few', n: 2, of: 6 });
  expect(answer.parts).toEqual({ unripe: 1 });
});

test('what a place does not give makes a figure unavailable there, not zero', async () => {
  await using analysis = await openAnalysis();
  const { made, say } = forum(2, [{ ...ALL, hours: false, reactions: false }]);
  say(0, on(1));
  say(1, on(40));
  const answer = ask(analysis, EXAMPLES_ON, made, WINDOW);
  expect((await answer('welcomed_24h')).value).toEqual({ state: 'unavailable', reason: 'no_hours' });
  expect((await answer('reactors')).value).toEqual({ state: 'unavailable', reason: 'no_reactions' });
  expect((await answer('activation_30d')).value).toMatchObject({ of: 1, n: 0 });
});

test('a reaction without a date is known, the day of it is not', async () => {
  await using analysis = await openAnalysis();
  const { made, say } = forum(3, [{ ...ALL, reactions: true }]);
  say(0, on(1));
  say(0, on(40));
  const value = async (reactions: (typeof made)['reactions']) =>
    (await ask(analysis, EXAMPLES_ON, { ...made, reactions }, WINDOW)('reactors')).value;
  expect(await value([])).toMatchObject({ state: 'value', value: 0 });
  expect(await value([{ message: 0, account: 1 }])).toEqual({ state: 'unavailable', reason: 'nothing_to_measure' });
  const dated = [1, 1, 2].map((account) => ({ message: 0, account, when: on(2) }));
  expect(await value([...dated, { message: 0, account: 0 }])).toMatchObject({ value: 2 });
});
