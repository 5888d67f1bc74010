import { describe, expect, test } from 'vitest';
import type { MadeCommunity } from '../../../../../tools/testing/made-community.ts';
import { ask, day, detail, forum, instant } from '../../../../../tools/testing/made-forum.ts';
import { EXAMPLES_ON, openAnalysis } from '../../../../../tools/testing/two-engines.ts';

const START = '2026-03-02';
const WINDOW = { from: START, until: '2026-04-01' };

/** Each person writes so many messages, one a day at most. */
function writing(counts: readonly number[], more: Partial<MadeCommunity> = {}): MadeCommunity {
  const { made, say } = forum(counts.length);
  for (const [member, count] of counts.entries()) {
    for (let n = 0; n < count; n += 1) say(member, instant(day(START, n % 29), '08:00'));
  }
  say(0, instant('2026-01-05'));
  say(0, instant('2026-04-02'));
  return { ...made, ...more };
}

describe('on how many it rests', () => {
  test('the published example: two of eight make half', async () => {
    await using analysis = await openAnalysis();
    const made = writing([1000, 202, 90, 33, 332, 343, 42, 433]);
    const figure = await ask(analysis, EXAMPLES_ON, made, WINDOW)('absence_factor');
    expect(figure.value).toMatchObject({ state: 'value', value: 2, of: 8, sample: 8 });
    expect(figure.parts).toEqual({ persons: 8, acts: 2475 });
    const curve = await detail(analysis, EXAMPLES_ON, made, 'absence_factor', WINDOW);
    expect(curve).toMatchObject({ kind: 'concentration', of: 'persons', count: 8, acts: 2475, half: 2 });
    expect(curve).toMatchObject({
      points: [{ n: 0, share: 0 }, { n: 1, share: 1000 / 2475 }, {}, {}, {}, {}, {}, {}, { n: 8, share: 1 }],
    });
  });

  test('five persons are too few for the factor, nineteen for Gini', async () => {
    await using analysis = await openAnalysis();
    const five = ask(analysis, EXAMPLES_ON, writing([5, 4, 3, 2, 1]), WINDOW);
    expect((await five('absence_factor')).value).toMatchObject({ state: 'too_few', sample: 5, minimum: 6 });
    const alike = ask(analysis, EXAMPLES_ON, writing(Array.from({ length: 20 }, () => 3)), WINDOW);
    expect((await alike('absence_factor')).value).toMatchObject({ state: 'value', value: 10 });
    expect((await alike('gini')).value).toMatchObject({ state: 'value', sample: 20 });
    expect((await alike('gini')).value).toHaveProperty('value', expect.closeTo(0, 9));
    const nineteen = ask(analysis, EXAMPLES_ON, writing(Array.from({ length: 19 }, (_, n) => n + 1)), WINDOW);
    expect((await nineteen('gini')).value).toMatchObject({ state: 'too_few', sample: 19 });
  });

  test('nobody wrote: nothing to measure, not zero', async () => {
    await using analysis = await openAnalysis();
    const found = ask(analysis, EXAMPLES_ON, writing([3, 3]), { from: '2026-01-10', until: '2026-02-10' });
    for (const id of ['absence_factor', 'gini', 'elephant_factor'])
      expect((await found(id)).value).toMatchObject({ state: 'unavailable' });
  });

  test('organisations count from the day a member belongs to them, the last one joined', async () => {
    await using analysis = await openAnalysis();
    const affiliations = [
      { member: 0, organisation: 0, from: '2026-01-01' },
      // From the eleventh day on he belongs to another one as well.
      { member: 0, organisation: 1, from: day(START, 10) },
      { member: 1, organisation: 2, until: day(START, 1) },
      { member: 2, organisation: 1 },
      { member: 3, organisation: 3, from: day(START, 2) },
    ];
    const made = writing([20, 4, 6, 5, 9], { affiliations });
    const figure = await ask(analysis, EXAMPLES_ON, made, WINDOW)('elephant_factor');
    // Organisation 0: 10; 1: 10 + 6; 2: 1; 3: 3. Known: 30 of 44.
    expect(figure.value).toMatchObject({ state: 'value', value: 1, of: 4 });
    expect(figure.parts).toEqual({ organisations: 4, known: 30, acts: 44, known_share: 30 / 44 });
    const none = await ask(analysis, EXAMPLES_ON, writing([20, 4, 6]), WINDOW)('elephant_factor');
    expect(none.value).toEqual({ state: 'unavailable', reason: 'no_affiliation' });
    const two = { affiliations: affiliations.slice(0, 2) };
    expect((await ask(analysis, EXAMPLES_ON, writing([20, 4], two), WINDOW)('elephant_factor')).value).toMatchObject({
      state: 'too_few',
      sample: 2,
    });
  });
});
