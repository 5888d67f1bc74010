import { describe, expect, test } from 'vitest';
import type { MadeCommunity } from '../../../../../tools/testing/made-community.ts';
import { ALL, ask, day, detail, forum, instant } from '../../../../../tools/testing/made-forum.ts';
import { EXAMPLES_ON, openAnalysis } from '../../../../../tools/testing/two-engines.ts';

const START = '2026-03-02';
const WINDOW = { from: START, until: '2026-04-01' };

/** Six persons, of whom the last is staff and the one before a bot; threads are opened by the first. */
function asking(write: (made: ReturnType<typeof forum>) => void, more: Partial<MadeCommunity> = {}): MadeCommunity {
  const told = forum(6, [ALL]);
  told.say(1, instant('2026-01-01'));
  write(told);
  told.say(1, instant('2026-04-10', '12:00'));
  const kinds = ['person', 'person', 'person', 'person', 'bot', 'staff'] as const;
  return { ...told.made, members: kinds.map((kind) => ({ kind })), ...more };
}

const read = (kinds: readonly ('question' | 'other')[]) => kinds.map((kind, thread) => ({ thread, kind }));

describe('unanswered questions', () => {
  const made = (readings = read(['question', 'question', 'other', 'question', 'question'])) =>
    asking(
      ({ open, say }) => {
        open(0, instant(day(START, 3)));
        say(0, instant(day(START, 4)), { thread: open(0, instant(day(START, 4))) });
        open(0, instant(day(START, 5)));
        say(4, instant(day(START, 6), '13:00'), { thread: open(0, instant(day(START, 6))) });
        say(5, instant(day(START, 7), '13:00'), { thread: open(0, instant(day(START, 7))) });
        open(0, instant(day(START, 8)));
      },
      { readings },
    );

  test('one’s own words and those of a bot are no answer, those of staff are; what asks nothing is left out', async () => {
    await using analysis = await openAnalysis();
    const figure = await ask(analysis, EXAMPLES_ON, made(), WINDOW)('unanswered');
    expect(figure.value).toMatchObject({ state: 'value', value: 3, n: 3, of: 4 });
    expect(figure.parts).toEqual({ questions: 4, unread: 1 });
  });

  test('no thread was read: unknown, not zero', async () => {
    await using analysis = await openAnalysis();
    const figure = await ask(analysis, EXAMPLES_ON, made([]), WINDOW)('unanswered');
    expect(figure.value).toMatchObject({ state: 'unavailable', reason: 'nothing_to_measure' });
    const none = await ask(analysis, EXAMPLES_ON, made(read(['other'])), WINDOW)('unanswered');
    expect(none.value).toMatchObject({ state: 'value', value: 0 });
  });

  test('they are told by how long they have been waiting, until the newest fact of the place', async () => {
    await using analysis = await openAnalysis();
    const found = await detail(analysis, EXAMPLES_ON, made(), 'unanswered', WINDOW);
    const ages = [1, 7, 30, 90, 365, null].map((days) => ({ days, threads: days === 90 ? 3 : 0 }));
    expect(found).toEqual({ kind: 'unanswered', total: 3, ages });
  });
});

describe('who replies first', () => {
  test('a member, staff, or both at one moment, which is left aside', async () => {
    await using analysis = await openAnalysis();
    const made = asking(({ open, say }) => {
      for (let n = 0; n < 25; n += 1) {
        const thread = open(0, instant(day(START, n)));
        if (n < 16) say(2, instant(day(START, n), '13:00'), { thread });
        if (n >= 10 && n < 20)
          say(5, instant(day(START, n), n < 12 ? '13:00' : n < 14 ? '12:30' : '14:00'), { thread });
      }
    });
    const figure = await ask(analysis, EXAMPLES_ON, made, WINDOW)('member_answered_share');
    // 0–9 members; 10, 11 both; 12, 13 staff first; 14, 15 members first; 16–19 staff alone; 20–24 nobody.
    expect(figure.value).toMatchObject({ state: 'too_few', n: 12, of: 18, minimum: 20 });
    expect(figure.parts).toEqual({ staff: 6, both: 2, waiting: 5 });
    const shown = await detail(analysis, EXAMPLES_ON, made, 'member_answered_share', WINDOW);
    expect(shown).toMatchObject({ kind: 'first_repliers', bucket: 'week' });
    const weeks = 'points' in shown && Array.isArray(shown.points) ? shown.points : [];
    expect(weeks).toHaveLength(5);
    expect(weeks[0]).toMatchObject({ from: START, members: 7, staff: 0, both: 0, unanswered: 0, partial: false });
    expect(weeks[2]).toMatchObject({ members: 2, staff: 4, both: 0, unanswered: 1 });
    const solo = await ask(analysis, EXAMPLES_ON, made, WINDOW)('solo_threads');
    expect(solo.value).toMatchObject({ state: 'value', value: 0.2, n: 5, of: 25 });
  });

  test('where days are all there is, the same day leaves it open', async () => {
    await using analysis = await openAnalysis();
    const { made, say, open } = forum(3, [{ ...ALL, hours: false }]);
    for (let n = 0; n < 22; n += 1) {
      const thread = open(0, { day: day(START, n) });
      say(1, { day: day(START, n + 1) }, { thread });
      if (n < 2) say(2, { day: day(START, n + 1) }, { thread });
    }
    const staffed = { ...made, members: (['person', 'person', 'staff'] as const).map((kind) => ({ kind })) };
    const figure = await ask(analysis, EXAMPLES_ON, staffed, WINDOW)('member_answered_share');
    expect(figure.value).toMatchObject({ state: 'value', n: 20, of: 20 });
    expect(figure.parts).toEqual({ staff: 0, both: 2, waiting: 0 });
  });
});

describe('answer times', () => {
  test('are those of the published example: seven threads, three still waiting', async () => {
    await using analysis = await openAnalysis();
    const hours = (start: string, n: number) => ({ at: new Date(Date.parse(start) + n * 3_600_000).toISOString() });
    // Every thread is opened so long before the end of observation that it was watched for just so many hours.
    const end = '2026-04-10T12:00:01.000Z';
    const answered = [1, 3, 8, 12];
    const made = asking(({ open, say }) => {
      for (const wait of answered) {
        const from = hours('2026-03-20T06:00:00.000Z', 0);
        say(2, hours(from.at, wait), { thread: open(0, from) });
      }
      for (const wait of [3, 24, 24]) open(0, hours(end, -wait));
    });
    const times = await detail(analysis, EXAMPLES_ON, made, 'first_response_time', {
      from: START,
      until: '2026-04-11',
    });
    expect(times).toMatchObject({ kind: 'answer_times', threads: 7, unanswered: 3 });
    const [whole, members, staff] = 'curves' in times && Array.isArray(times.curves) ? times.curves : [];
    expect(whole).toMatchObject({ who: 'anyone', answered: 4 });
    const shares = [0.142_857_14, 0.285_714_29, 0.464_285_71, 0.642_857_14];
    expect(whole?.steps).toMatchObject(
      shares.map((share, n) => ({ seconds: 3600 * (answered[n] ?? 0), share: expect.closeTo(share, 6) })),
    );
    expect(members).toEqual({ ...whole, who: 'members' });
    expect(staff).toEqual({ who: 'staff', answered: 0, steps: [] });
  });
});
