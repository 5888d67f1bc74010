import { describe, expect, test } from 'vitest';
import type { MadeCommunity } from '../../../../../tools/testing/made-community.ts';
import { ask, day, forum, instant } from '../../../../../tools/testing/made-forum.ts';
import { EXAMPLES_ON, openAnalysis } from '../../../../../tools/testing/two-engines.ts';

/** A Monday. */
const START = '2026-03-02';
const WINDOW = { from: START, until: '2026-03-30' };

/** The first of three is staff and writes on these days after the start. */
function housed(days: readonly number[], hasStaff = true): MadeCommunity {
  const { made, say } = forum(3);
  for (const offset of days) say(0, instant(day(START, offset), '09:00'));
  say(1, instant('2026-02-01'));
  say(2, instant('2026-04-20'));
  const members = made.members.map((member, n) => (n === 0 && hasStaff ? { kind: 'staff' as const } : member));
  return { ...made, members };
}

describe('presence', () => {
  test('counts working days with a message of staff; Saturdays and Sundays are none', async () => {
    await using analysis = await openAnalysis();
    const figure = await ask(analysis, EXAMPLES_ON, housed([0, 0, 1, 4, 5, 6, 7, 25]), WINDOW)('presence');
    // Monday twice, Tuesday, Friday, the weekend, Monday, the last Friday: five of twenty.
    expect(figure.value).toMatchObject({ state: 'value', value: 0.25, n: 5, of: 20 });
  });

  test('days on which nothing was watched are not days of absence', async () => {
    await using analysis = await openAnalysis();
    const figure = await ask(analysis, EXAMPLES_ON, housed([50]), { from: '2026-04-13', until: '2026-05-18' })(
      'presence',
    );
    // Watched until Tuesday the 21st, when staff wrote last.
    expect(figure.value).toMatchObject({ state: 'too_few', n: 1, of: 7 });
    expect(figure.window.partial).toBe(true);
  });

  test('nobody declared staff: unknown', async () => {
    await using analysis = await openAnalysis();
    const figure = await ask(analysis, EXAMPLES_ON, housed([0, 1], false), WINDOW)('presence');
    expect(figure.value).toEqual({ state: 'unavailable', reason: 'no_staff' });
    expect(figure.sentence).toContain('équipe');
  });

  test('what has no source says so', async () => {
    await using analysis = await openAnalysis();
    const figure = ask(analysis, EXAMPLES_ON, housed([0]), WINDOW);
    for (const id of ['moderation_load', 'reply_sla'])
      expect((await figure(id)).value).toEqual({ state: 'unavailable', reason: 'no_source' });
  });
});
