import { sql } from 'kysely';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { MadeCommunity } from '../../../../tools/testing/made-community.ts';
import { madeId, mergeMembers, messageRow, put, writeCommunity } from '../../../../tools/testing/made-community.ts';
import { expectSame } from '../../../../tools/testing/same-copy.ts';
import { openAnalysis } from '../../../../tools/testing/two-engines.ts';
import { standingClock } from '#platform/clock/index.ts';
import type { Row } from './index.ts';
import { SHARED_VIEWS } from './views.ts';

const AT = (minute: number) => ({ at: new Date(Date.UTC(2026, 0, 5, 8, minute)).toISOString() });

/** Two places, three members of whom two are one, a thread with an answer, a reaction, a lonely message. */
const SMALL: MadeCommunity = {
  places: [
    { threads: true, replies: true, hours: true },
    { threads: false, replies: false, hours: false },
  ],
  channels: [0, 1],
  members: [{ kind: 'person' }, { kind: 'staff' }, { kind: 'person' }],
  accounts: [
    { place: 0, member: 0, joined: AT(0) },
    { place: 0, member: 1 },
    { place: 1, member: 2, joined: { day: '2026-01-02' } },
  ],
  threads: [0],
  messages: [
    { channel: 0, account: 0, when: AT(1), thread: 0, opens: true },
    { channel: 0, account: 1, when: AT(5), thread: 0, repliesTo: 0 },
    { channel: 1, account: 2, when: { day: '2026-01-03' } },
    { channel: 0, account: 0, when: AT(9), thread: 0, state: 'hidden' },
  ],
  reactions: [{ message: 0, account: 1, when: AT(6) }, { message: 0 }],
};

const many = (rows: Record<string, readonly Row[]>, name: string): number => rows[name]?.length ?? 0;

test('the views both engines have are in the copy as the migrations say, word for word', () => {
  const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
  const folder = join(import.meta.dirname, '../db/migrations');
  const migrations = plain(
    readdirSync(folder)
      .sort()
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join(' '),
  );
  for (const [name, text] of Object.entries(SHARED_VIEWS)) {
    // The last text a migration gives a view is the one that holds.
    const given = migrations.split(` view ${name} with (security_invoker = true) as `).at(-1) ?? '';
    expect([name, given.startsWith(`${plain(text)};`)]).toEqual([name, true]);
  }
});

describe('the copy', () => {
  test('is what PostgreSQL says, after each kind of change', async () => {
    await using analysis = await openAnalysis();
    const scope = await analysis.workspace();
    await expectSame(analysis, scope);

    await analysis.write(scope, (db) => writeCommunity(db, SMALL));
    const first = await expectSame(analysis, scope);
    expect(many(first, 'fact_activity')).toBe(3 + 1 + 2);
    expect(many(first, 'fact_thread')).toBe(1);

    await analysis.write(scope, (db) => mergeMembers(db, madeId('member', 2), madeId('member', 0)));
    const merged = await expectSame(analysis, scope);
    expect(new Set(merged['fact_activity']?.map((row) => row['member_id'])).size).toBe(2);

    const inSpace = (statement: string) =>
      analysis.write(scope, (db) => sql.raw(`${statement} and workspace_id = '${scope.workspaceId}'`).execute(db.tx));
    await inSpace(`update member set kind = 'bot' where id = '${madeId('member', 0)}'`);
    await inSpace(`update message set state = 'removed' where id = '${madeId('message', 0)}'`);
    const hidden = await expectSame(analysis, scope);
    expect(many(hidden, 'fact_thread')).toBe(0);
    expect(hidden['fact_activity']?.filter((row) => row['role'] === 'bot').length).toBeGreaterThan(0);

    await inSpace(`delete from reaction where id = '${madeId('reaction', 0)}'`);
    await inSpace(`delete from message where id = '${madeId('message', 2)}'`);
    expect(many(await expectSame(analysis, scope), 'plain_message')).toBe(3);
    await analysis.write(scope, (db) => put(db, 'message', [messageRow(SMALL.messages[2]!, 2, madeId('place', 1))]));
    expect(many(await expectSame(analysis, scope), 'plain_message')).toBe(4);
    await inSpace(`delete from place where id = '${madeId('place', 1)}'`);
    expect(many(await expectSame(analysis, scope), 'plain_message')).toBe(3);
  });

  test('keeps no day of an account that went with all it wrote, and gives none of it to one that comes later', async () => {
    await using analysis = await openAnalysis();
    const scope = await analysis.workspace();
    const made: MadeCommunity = {
      ...SMALL,
      channels: [0],
      members: [{ kind: 'person' }, { kind: 'person' }],
      accounts: [
        { place: 0, member: 0 },
        { place: 0, member: 1 },
      ],
      // Of many, few go: more, and all would be worked out anew.
      messages: Array.from({ length: 40 }, (_, n) => ({ channel: 0, account: n === 7 ? 1 : 0, when: AT(n * 100) })),
      threads: [],
      reactions: [],
    };
    await analysis.write(scope, (db) => writeCommunity(db, made));
    await expectSame(analysis, scope);
    const written = made.messages[7]!;
    await analysis.write(scope, async (db) => {
      await db.tx.deleteFrom('message').where('id', '=', madeId('message', 7)).execute();
      await db.tx.deleteFrom('identity').where('id', '=', madeId('account', 1)).execute();
    });
    const left = await expectSame(analysis, scope);
    expect(new Set(left['fact_lived']?.map((row) => row['member_id']))).toEqual(new Set([madeId('member', 0)]));
    await analysis.write(scope, async (db) => {
      await put(db, 'identity', [
        {
          id: madeId('account', 2),
          place_id: madeId('place', 0),
          member_id: madeId('member', 1),
          external_id: '2',
          keyed_by: 'id',
          handle: 'compte2',
          message_count: 0,
        },
      ]);
      await put(db, 'message', [messageRow({ ...written, account: 2, when: AT(4100) }, 41, madeId('place', 0))]);
    });
    await expectSame(analysis, scope);
  });

  test('follows what was read out of texts; an erasure and the end of a place take it along', async () => {
    await using analysis = await openAnalysis();
    const scope = await analysis.workspace();
    const read: MadeCommunity = {
      ...SMALL,
      readings: [{ thread: 0, kind: 'question' }],
      themes: [undefined, 0],
      about: [
        { thread: 0, theme: 0 },
        { thread: 0, theme: 1 },
      ],
      tones: [
        { message: 1, tone: 1 },
        { message: 2, tone: -1 },
      ],
    };
    await analysis.write(scope, (db) => writeCommunity(db, read));
    const first = await expectSame(analysis, scope);
    expect(first['plain_theme']?.map((row) => row['merged_into'])).toEqual([null, madeId('theme', 0)]);
    expect(many(first, 'plain_thread_theme')).toBe(2);
    expect(many(first, 'plain_message_tone')).toBe(2);
    expect(first['fact_theme']).toEqual([{ thread_id: madeId('thread', 0), theme_id: madeId('theme', 0) }]);
    expect(first['fact_answer']).toMatchObject([
      { from_member: madeId('member', 1), to_member: madeId('member', 0), kind: 'question', language: 'fr' },
    ]);
    const change = (statement: string) => analysis.write(scope, (db) => sql.raw(statement).execute(db.tx));
    await change(`update thread_reading set kind = 'other', kind_by = 'person'`);
    await change(`delete from thread_theme where theme_id = '${madeId('theme', 1)}'`);
    const corrected = await expectSame(analysis, scope);
    expect(corrected['plain_thread_reading']).toMatchObject([{ kind: 'other', kind_by: 'person' }]);
    expect(many(corrected, 'plain_thread_theme')).toBe(1);
    await change(`delete from place where id = '${madeId('place', 1)}'`);
    expect(many(await expectSame(analysis, scope), 'plain_message_tone')).toBe(1);
    await change(`update message set state = 'erased', text = '' where id = '${madeId('message', 1)}'`);
    expect(many(await expectSame(analysis, scope), 'plain_message_tone')).toBe(0);
    await change(`update message set state = 'erased', text = '' where id = '${madeId('message', 0)}'`);
    const erased = await expectSame(analysis, scope);
    expect([many(erased, 'plain_thread_reading'), many(erased, 'plain_thread_theme')]).toEqual([0, 0]);
    expect(many(erased, 'plain_theme')).toBe(2);
  });

  test('cuts its days in the zone of the workspace, also after that was changed', async () => {
    await using analysis = await openAnalysis();
    const scope = await analysis.workspace('Europe/Paris');
    const late = { at: '2026-01-05T22:30:00.000Z' };
    const messages = [{ channel: 0, account: 0, when: late, thread: 0, opens: true }];
    await analysis.write(scope, (db) => writeCommunity(db, { ...SMALL, messages, reactions: [] }));
    const daysOf = async (): Promise<unknown> =>
      (await expectSame(analysis, scope))['fact_day']?.map((row) => row['day']);
    expect(await daysOf()).toEqual(['2026-01-05']);
    await analysis.write(scope, (db) =>
      sql`update workspace set zone = 'Asia/Kolkata' where id = ${scope.workspaceId}`.execute(db.tx),
    );
    expect(await daysOf()).toEqual(['2026-01-06']);
  });

  test('counts days and openings anew where a message moved, changed hands or went', async () => {
    await using analysis = await openAnalysis();
    const scope = await analysis.workspace();
    await analysis.write(scope, (db) => writeCommunity(db, SMALL));
    await expectSame(analysis, scope);
    for (const change of [
      sql`update message set at = at - interval '2 days' where position = 1`,
      sql`update message set identity_id = ${madeId('account', 1)} where position = 0`,
      sql`update message set opens = true where position = 1`,
      sql`update message set opens = false where position = 1`,
      sql`update message set state = 'shown' where position = 3`,
      sql`delete from message where position = 0`,
    ]) {
      await analysis.write(scope, (db) => change.execute(db.tx));
      await expectSame(analysis, scope);
    }
  });

  test('tells answers outside threads from those within, where they come one by one', async () => {
    await using analysis = await openAnalysis();
    const scope = await analysis.workspace();
    await analysis.write(scope, (db) => writeCommunity(db, SMALL));
    await expectSame(analysis, scope);
    for (const [n, one] of [{ repliesTo: 0 }, { repliesTo: 0, thread: 0 }].entries()) {
      const reply = { channel: 0, account: 1, when: AT(20 + n), ...one };
      await analysis.write(scope, (db) => put(db, 'message', [messageRow(reply, 10 + n, madeId('place', 0))]));
      const { fact_answer: answers } = await expectSame(analysis, scope);
      expect(answers?.filter((row) => row['thread_id'] === null).length).toBe(1);
    }
  });

  test('follows chains of merges to their end, and survives a ring', async () => {
    await using analysis = await openAnalysis();
    const scope = await analysis.workspace();
    await analysis.write(scope, async (db) => {
      await writeCommunity(db, SMALL);
      for (const [one, other] of [
        [2, 1],
        [1, 0],
      ] as const) {
        await sql`update member set merged_into = ${madeId('member', other)} where id = ${madeId('member', one)}`.execute(
          db.tx,
        );
      }
    });
    const chained = await expectSame(analysis, scope);
    expect(new Set(chained['fact_account']?.map((row) => row['member_id']))).toEqual(new Set([madeId('member', 0)]));
    await analysis.write(scope, (db) =>
      sql`update member set merged_into = ${madeId('member', 2)} where id = ${madeId('member', 0)}`.execute(db.tx),
    );
    await expectSame(analysis, scope);
  });

  test('of one workspace holds nothing of another', async () => {
    await using analysis = await openAnalysis();
    const [mine, other] = [await analysis.workspace(), await analysis.workspace()];
    await analysis.write(other, (db) => writeCommunity(db, SMALL));
    expect(many(await expectSame(analysis, mine), 'plain_message')).toBe(0);
    expect(many(await expectSame(analysis, other), 'plain_message')).toBe(4);
    await analysis.write(mine, (db) => writeCommunity(db, SMALL));
    await analysis.write(other, (db) => sql`delete from workspace where id = ${other.workspaceId}`.execute(db.tx));
    expect(many(await expectSame(analysis, mine), 'plain_message')).toBe(4);
    expect(many(await expectSame(analysis, other), 'plain_message')).toBe(0);
  });

  test('takes only what changed', async () => {
    await using analysis = await openAnalysis();
    const scope = await analysis.workspace();
    await analysis.write(scope, (db) => writeCommunity(db, SMALL));
    expect(await analysis.projection.refresh(scope)).toMatchObject({ rebuilt: true, rows: { plain_message: 4 } });
    // What stands beside a transaction still running, be it of another base of the server, is taken once more.
    await expect
      .poll(() => analysis.projection.refresh(scope), { timeout: 20_000 })
      .toMatchObject({ rebuilt: false, rows: { plain_message: 0 } });
    await analysis.write(scope, (db) => sql`update message set text = 'corrigé' where position = 1`.execute(db.tx));
    expect(await analysis.projection.refresh(scope)).toMatchObject({ rows: { plain_message: 1, plain_member: 0 } });
    expect(await analysis.projection.rebuild(scope)).toMatchObject({ rebuilt: true, rows: { plain_message: 4 } });
  });

  test('keeps its version as long as nothing changed', async () => {
    await using analysis = await openAnalysis();
    const scope = await analysis.workspace();
    const version = (): Promise<string | undefined> =>
      analysis.on('duckdb', scope, (facts) => Promise.resolve(facts.version));
    await analysis.write(scope, (db) => writeCommunity(db, SMALL));
    // While anybody in the cluster still writes, rows of his time are taken once more.
    await expect.poll(async () => (await version()) === (await version())).toBe(true);
    const first = await version();
    expect(first).toBeDefined();
    await analysis.write(scope, (db) =>
      sql`update member set kind = 'bot' where id = ${madeId('member', 0)}`.execute(db.tx),
    );
    expect(await version()).not.toBe(first);
    expect(await analysis.on('postgres', scope, (facts) => Promise.resolve(facts.version))).toBeUndefined();
  });
});

test('whoever reads after it was said that something changed sees it, however often others may be answered from before', async () => {
  const clock = standingClock('2026-01-05T09:00:00Z');
  await using analysis = await openAnalysis({ clock });
  const scope = await analysis.workspace();
  await analysis.write(scope, (db) => writeCommunity(db, SMALL));
  const counted = () =>
    analysis.projection.read(scope, async (facts) => {
      const [row] = await facts.query('select count(*)::int as messages from plain_message', []);
      return row?.['messages'];
    });
  expect(await counted()).toBe(4);
  const further = SMALL.messages[0]!;
  await analysis.write(scope, (db) => put(db, 'message', [messageRow(further, 4, madeId('place', 0))]));
  expect(await counted()).toBe(4);
  analysis.projection.onChanged(scope);
  expect(await counted()).toBe(5);
});
