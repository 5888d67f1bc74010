import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { MadeCommunity } from '../../../../tools/testing/made-community.ts';
import { madeId, mergeMembers, writeCommunity } from '../../../../tools/testing/made-community.ts';
import { ALL, ask, clock, day, forum, instant } from '../../../../tools/testing/made-forum.ts';
import { EXAMPLES_ON, openAnalysis, type Analysis } from '../../../../tools/testing/two-engines.ts';
import { REGISTRY } from './index.ts';
import { answerFigures } from './service.ts';

describe('a change', () => {
  const months = (counts: readonly number[]): MadeCommunity => {
    const { made, say } = forum(Math.max(...counts));
    for (const [month, people] of counts.entries()) {
      for (let member = 0; member < people; member += 1) say(member, instant(day('2026-01-01', month * 30 + 5)));
    }
    say(0, instant('2025-12-20'));
    say(0, instant(day('2026-01-01', counts.length * 30 - 1)));
    return made;
  };
  const WINDOW = { from: '2026-01-31', until: '2026-03-02' };

  test('is said only when chance does not explain it', async () => {
    await using analysis = await openAnalysis();
    const up = await ask(analysis, EXAMPLES_ON, months([20, 60]), WINDOW)('active_members');
    expect(up).toMatchObject({ changed: 'up', previous: { change: 'up', value: { value: 20 } }, value: { value: 60 } });
    expect(up.sentence).toBe(
      'Membres actifs\u00a0: 60 personnes. En hausse par rapport à la période précédente (20 personnes)\u00a0: l’écart dépasse ce que le hasard explique.',
    );
    expect((await ask(analysis, EXAMPLES_ON, months([60, 20]), WINDOW)('active_members')).changed).toBe('down');
    const same = await ask(analysis, EXAMPLES_ON, months([20, 26]), WINDOW)('active_members');
    expect(same).toMatchObject({ changed: 'none', previous: { because: null } });
    expect(same.previous?.difference).toMatchObject({ value: 6 });
  });

  test('cannot be told from a period seen in part, from other places, or from nothing', async () => {
    await using analysis = await openAnalysis();
    const partial = await ask(analysis, EXAMPLES_ON, months([20, 60]), { from: '2026-01-15', until: '2026-03-01' })(
      'active_members',
    );
    expect(partial.previous).toMatchObject({ change: 'cannot_tell', because: 'partial' });
    expect(partial.yearAgo).toMatchObject({ change: 'cannot_tell', because: 'nothing_before' });
    const { made, say } = forum(30, [ALL, ALL]);
    for (let member = 0; member < 30; member += 1) {
      say(member, instant(day('2026-01-01', member)));
      if (member > 4) say(member, instant(day('2026-02-01', member)), {}, 1);
    }
    say(0, instant('2026-01-31'), {}, 1);
    const other = await ask(analysis, EXAMPLES_ON, made, WINDOW)('active_members');
    expect(other.previous).toMatchObject({ change: 'cannot_tell', because: 'places_differ' });
  });
});

describe('people', () => {
  test('staff, bots, merges and erasures arrive with the next refresh', async () => {
    await using analysis = await openAnalysis();
    const scope = await analysis.workspace();
    const { made, say } = forum(5);
    for (let member = 0; member < 5; member += 1) say(member, instant(day('2026-01-01', member)));
    await analysis.write(scope, (db) => writeCommunity(db, made));
    const active = async (): Promise<unknown> => {
      await analysis.projection.refresh(scope);
      const answers = await answerFigures(
        { ...analysis, clock },
        scope,
        REGISTRY,
        { compare: 'none' },
        'fr',
        EXAMPLES_ON,
      );
      const value = answers.ok ? answers.value[0]?.value : undefined;
      return value?.state === 'value' ? value.value : value;
    };
    expect(await active()).toBe(5);
    await analysis.write(scope, (db) =>
      sql`update member set kind = 'staff' where id = ${madeId('member', 0)}`.execute(db.tx),
    );
    expect(await active()).toBe(4);
    await analysis.write(scope, (db) => mergeMembers(db, madeId('member', 1), madeId('member', 2)));
    expect(await active()).toBe(3);
    await analysis.write(scope, (db) => mergeMembers(db, madeId('member', 3), madeId('member', 0)));
    expect(await active()).toBe(2);
    await analysis.write(scope, async (db) => {
      await sql`update message set state = 'erased', text = '' where identity_id = ${madeId('account', 4)}`.execute(
        db.tx,
      );
      await sql`update member set name = '', erased_at = ${clock.now()} where id = ${madeId('member', 4)}`.execute(
        db.tx,
      );
    });
    expect(await active()).toBe(2);
    await analysis.write(scope, (db) =>
      sql`update message set state = 'removed' where identity_id = ${madeId('account', 4)}`.execute(db.tx),
    );
    expect(await active()).toBe(1);
  });
});

test('what two figures are told from is counted once for both', async () => {
  await using analysis = await openAnalysis();
  const scope = await analysis.workspace();
  const { made, say } = forum(2);
  for (const at of ['2026-01-02', '2026-01-03', '2026-01-04', '2026-01-05']) say(0, instant(at));
  say(1, instant('2026-06-01'));
  await analysis.write(scope, (db) => writeCommunity(db, made));
  const asked: string[] = [];
  const projection: typeof analysis.projection = {
    ...analysis.projection,
    read: (which, work) =>
      analysis.projection.read(which, (facts) =>
        work({ ...facts, query: (text, params) => (asked.push(text), facts.query(text, params)) }),
      ),
  };
  const figures = ['net_active_change', 'lost_regulars'].flatMap((id) => REGISTRY.find((one) => one.id === id) ?? []);
  const query = { from: '2026-03-01', until: '2026-04-01', compare: 'none' } as const;
  const answers = await answerFigures({ ...analysis, projection, clock }, scope, figures, query, 'fr');
  expect(answers).toMatchObject({ value: [{ value: { value: -1 } }, { value: { value: 1 } }] });
  expect(asked.filter((text) => text.includes('recent'))).toHaveLength(1);
});

describe('the bounds of a definition', () => {
  const WINDOW = { from: '2026-04-01', until: '2026-05-01' };
  const parts = async (analysis: Analysis, made: MadeCommunity): Promise<unknown> =>
    (await ask(analysis, EXAMPLES_ON, made, WINDOW)('net_active_change')).parts;

  test('four contributions in the 90 days before make a regular, the 90th day included', async () => {
    await using analysis = await openAnalysis();
    const { made, say } = forum(4);
    const write = (member: number, days: readonly string[]) => days.forEach((each) => say(member, instant(each)));
    write(0, ['2026-01-01', '2026-02-01', '2026-02-01', '2026-03-31']); // lost: 1 January is 90 days before 1 April
    write(1, ['2025-12-31', '2026-02-01', '2026-02-01', '2026-03-31']); // the first is a day too old
    write(2, ['2026-02-01', '2026-02-02', '2026-02-03', '2026-02-04', '2026-04-30']); // still there
    write(3, ['2026-02-01', '2026-02-02', '2026-02-03']); // three only
    expect(await parts(analysis, made)).toEqual({ new: 0, reactivated: 0, lost: 1 });
  });

  test('ninety days of silence make a return, eighty-nine do not', async () => {
    await using analysis = await openAnalysis();
    const { made, say } = forum(3);
    for (const [member, before] of ['2026-01-10', '2026-01-11'].entries()) {
      say(member, instant(before));
      say(member, instant('2026-04-10'));
      say(member, instant('2026-04-30'));
    }
    say(2, instant('2026-04-10'));
    expect(await parts(analysis, made)).toEqual({ new: 1, reactivated: 1, lost: 0 });
  });

  test('a reply at the end of the seventh day still covers, a second later does not', async () => {
    await using analysis = await openAnalysis();
    const { made, say, open } = forum(2);
    say(1, { at: '2026-04-08T12:00:00.000Z' }, { thread: open(0, { at: '2026-04-01T12:00:00.000Z' }) });
    say(1, { at: '2026-04-08T12:00:01.000Z' }, { thread: open(0, { at: '2026-04-01T12:00:00.000Z' }) });
    say(0, { at: '2026-04-30T12:00:00.000Z' }, { thread: open(0, { at: '2026-04-01T12:00:00.000Z' }) });
    say(1, instant('2026-04-30'));
    const covered = (await ask(analysis, EXAMPLES_ON, made, WINDOW)('reply_coverage_7d')).value;
    expect(covered).toMatchObject({ n: 1, of: 3 });
  });

  test('by days: ripe and covered on the seventh day, not on the sixth or the eighth', async () => {
    await using analysis = await openAnalysis();
    const { made, say, open } = forum(2, [{ ...ALL, hours: false }]);
    say(1, { day: '2026-04-08' }, { thread: open(0, { day: '2026-04-01' }) });
    say(1, { day: '2026-04-10' }, { thread: open(0, { day: '2026-04-02' }) });
    open(0, { day: '2026-04-13' }); // the last day is the 20th: seven days old
    open(0, { day: '2026-04-14' }); // six
    say(1, { day: '2026-04-20' });
    const answer = await ask(analysis, EXAMPLES_ON, made, { from: '2026-04-01', until: '2026-04-21' })(
      'reply_coverage_7d',
    );
    expect(answer.value).toMatchObject({ n: 1, of: 3 });
    expect(answer.parts).toEqual({ unripe: 1 });
  });

  test('a robot answers nobody, nor does one answer oneself; staff does', async () => {
    await using analysis = await openAnalysis();
    const { made, say, open } = forum(4);
    const members = made.members.map((member, n) =>
      n === 2 ? { kind: 'bot' as const } : n === 3 ? { kind: 'staff' as const } : member,
    );
    const answered = (thread: number, by: number) => say(by, instant('2026-04-02', '13:00'), { thread });
    for (const opener of [0, 2, 3]) answered(open(opener, instant('2026-04-02')), 1);
    answered(open(0, instant('2026-04-02')), 2);
    answered(open(0, instant('2026-04-02')), 0);
    answered(open(0, instant('2026-04-02')), 3);
    say(1, instant('2026-04-30'));
    const figures = ask(analysis, EXAMPLES_ON, { ...made, members }, WINDOW);
    expect((await figures('reply_coverage_7d')).value).toMatchObject({ n: 2, of: 4 });
    expect((await figures('first_response_time')).value).toMatchObject({ state: 'too_few', n: 2, of: 4 });
    expect((await figures('active_members')).value).toMatchObject({ value: 2 });
  });
});
