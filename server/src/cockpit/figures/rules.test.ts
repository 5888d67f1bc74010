import { describe, expect, test } from 'vitest';
import { madeId } from '../../../../tools/testing/made-community.ts';
import { ALL, ask, day, forum, instant } from '../../../../tools/testing/made-forum.ts';
import { EXAMPLES_ON, openAnalysis } from '../../../../tools/testing/two-engines.ts';

describe('the window', () => {
  test('of an archive is its own last 90 days, not an empty present', async () => {
    await using analysis = await openAnalysis();
    const { made, say } = forum(2);
    say(0, instant('2012-03-01'));
    say(1, instant('2015-04-02', '22:30'));
    const answer = await ask(analysis, EXAMPLES_ON, made)('active_members');
    // 22:30 in London is the next day in Paris.
    expect(answer.window).toMatchObject({
      from: '2015-01-04',
      until: '2015-04-04',
      because: 'latest_activity',
      partial: false,
    });
    expect(answer.value).toMatchObject({ state: 'value', value: 1 });
    expect(answer.freshness.newest).toEqual(instant('2015-04-02', '22:30'));
  });

  test('of a living place ends before today, which is not over', async () => {
    await using analysis = await openAnalysis();
    const { made, say } = forum(3);
    say(0, instant('2025-06-01'));
    say(1, instant('2026-06-14'));
    say(2, instant('2026-06-15', '09:00'));
    const answer = await ask(analysis, EXAMPLES_ON, made)('active_members');
    expect(answer.window).toMatchObject({ until: '2026-06-15', partial: false });
    expect(answer.value).toMatchObject({ value: 1 });
  });

  test('cuts its weeks in the zone, also where an hour is missing or comes twice', async () => {
    await using analysis = await openAnalysis();
    const { made, say } = forum(4);
    say(0, instant('2026-03-22', '22:59'));
    say(1, instant('2026-03-22', '23:00'));
    say(2, instant('2026-03-29', '21:59'));
    say(3, instant('2026-03-29', '22:00'));
    const answer = await ask(analysis, EXAMPLES_ON, made, { from: '2026-03-16', until: '2026-04-06' })(
      'active_members',
    );
    const weeks = answer.series.points.map(({ from, value, partial }) => [
      from,
      'value' in value ? value.value : null,
      partial,
    ]);
    // The week of the change has 167 hours; the last one is not over in what was received.
    expect(weeks).toEqual([
      ['2026-03-16', 1, true],
      ['2026-03-23', 2, false],
      ['2026-03-30', 1, true],
    ]);
  });
});

test('weeks too thin to have a value are told as months, where there are some', async () => {
  await using analysis = await openAnalysis();
  const { made, open } = forum(3);
  // One thread a day: seven in a week are too few for a share, thirty in a month are not.
  for (let at = 0; at < 90; at += 1) open(at % 3, instant(day('2026-01-01', at)));
  const asked = ask(analysis, EXAMPLES_ON, made, { from: '2026-01-01', until: '2026-04-01' });
  const { series } = await asked('solo_threads');
  expect(series.bucket).toBe('month');
  expect(series.points.map(({ value }) => value.state)).toEqual(['value', 'value', 'value']);
  // Counts have a value in every week.
  expect((await asked('active_members')).series.bucket).toBe('week');
});

describe('what cannot be known is not zero', () => {
  test('days without hours: no response time, coverage by days, and the other place still counts', async () => {
    await using analysis = await openAnalysis();
    const { made, say, open } = forum(3, [
      ALL,
      { ...ALL, hours: false },
      { threads: false, replies: false, hours: true },
    ]);
    for (let n = 0; n < 8; n += 1) {
      const exact = open(0, instant(day('2026-01-01', n)));
      say(1, instant(day('2026-01-01', n), '13:00'), { thread: exact });
      const coarse = open(0, { day: day('2026-01-01', n) }, 1);
      say(2, { day: day('2026-01-01', n + 8) }, { thread: coarse }, 1);
      say(2, instant(day('2026-01-01', n)), {}, 2);
    }
    say(0, instant('2026-02-01'));
    say(0, { day: '2026-02-01' }, {}, 1);
    const mixed = ask(analysis, EXAMPLES_ON, made);
    expect(await mixed('first_response_time')).toMatchObject({
      value: { state: 'value', value: 3600 },
      parts: { members: 3600, staff: null },
    });
    expect((await mixed('first_response_time')).leftOut.map(({ reason }) => reason)).toEqual([
      'no_hours',
      'no_replies',
    ]);
    expect((await mixed('reply_coverage_7d')).value).toEqual({
      state: 'too_few',
      n: 8,
      of: 16,
      sample: 16,
      minimum: 20,
    });
    expect((await mixed('active_members')).value).toMatchObject({ value: 3 });
    const coarse = ask(analysis, EXAMPLES_ON, made, { place: [madeId('place', 1)] });
    expect((await coarse('first_response_time')).value).toEqual({ state: 'unavailable', reason: 'no_hours' });
    expect((await coarse('first_response_time')).sentence).toContain('que le jour');
    expect((await coarse('reply_coverage_7d')).value).toMatchObject({ state: 'too_few', n: 0, of: 8 });
    const flat = ask(analysis, EXAMPLES_ON, made, { place: [madeId('place', 2)] });
    expect((await flat('reply_coverage_7d')).value).toEqual({ state: 'unavailable', reason: 'no_replies' });
  });

  test('nothing there, nothing yet, nothing then: each says which', async () => {
    await using analysis = await openAnalysis();
    const empty = forum(1, []).made;
    const nowhere = { ...empty, channels: [], accounts: [] };
    expect((await ask(analysis, EXAMPLES_ON, nowhere)('active_members')).value).toEqual({
      state: 'unavailable',
      reason: 'no_places',
    });
    const silent = forum(1);
    expect((await ask(analysis, EXAMPLES_ON, silent.made)('active_members')).value).toEqual({
      state: 'unavailable',
      reason: 'nothing_yet',
    });
    silent.say(0, instant('2026-01-05'));
    const past = ask(analysis, EXAMPLES_ON, silent.made, { from: '2019-01-01', until: '2019-03-01' });
    expect((await past('active_members')).value).toEqual({ state: 'unavailable', reason: 'not_watched' });
    expect((await past('active_members')).series.points.every(({ value }) => value.state === 'unavailable')).toBe(true);
    const brief = ask(analysis, EXAMPLES_ON, silent.made, { from: '2026-01-01', until: '2026-01-29' });
    expect((await brief('net_active_change')).value).toEqual({ state: 'unavailable', reason: 'window_too_short' });
    expect((await brief('first_response_time')).value).toEqual({ state: 'unavailable', reason: 'nothing_to_measure' });
  });

  test('most threads unanswered: no median is invented', async () => {
    await using analysis = await openAnalysis();
    const { made, say, open } = forum(2);
    for (let n = 0; n < 24; n += 1) {
      const thread = open(0, instant(day('2026-01-01', n)));
      if (n < 7) say(1, instant(day('2026-01-01', n), '12:05'), { thread });
    }
    const answer = await ask(analysis, EXAMPLES_ON, made)('first_response_time');
    expect(answer.value).toMatchObject({ state: 'value', value: null, n: 7, of: 24 });
    expect(answer.sentence).toContain('plus de la moitié des fils');
  });

  test('young threads are left aside and counted', async () => {
    await using analysis = await openAnalysis();
    const { made, say, open } = forum(2);
    for (let n = 0; n < 30; n += 1)
      say(1, instant(day('2026-01-01', n), '13:00'), { thread: open(0, instant(day('2026-01-01', n))) });
    const answer = await ask(analysis, EXAMPLES_ON, made)('reply_coverage_7d');
    // The last reply is of 30 January: threads up to the 23rd are seven days old.
    expect(answer.value).toMatchObject({ state: 'value', value: 1, of: 23 });
    expect(answer.parts).toEqual({ unripe: 7 });
  });
});
