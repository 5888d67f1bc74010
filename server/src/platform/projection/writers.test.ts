import { sql } from 'kysely';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Scope } from '#kernel/scope.ts';
import { madeId, messageRow, put, writeCommunity } from '../../../../tools/testing/made-community.ts';
import { openAnalysis, type Analysis } from '../../../../tools/testing/two-engines.ts';
import type { Scoped } from './index.ts';

const ids = async (facts: Scoped): Promise<readonly string[]> =>
  (await facts.query(`select concat(id::text, ' ', counts::text) as line from plain_message order by 1`, [])).map(
    (row) => String(row['line']),
  );

const days = (facts: Scoped) => facts.query('select day::text as day, posts, replies from account_day', []);

const WRITERS = 6;
const TURNS = 14;

/** One writer: long and short transactions, new rows, edits of anybody's rows, deletions, some rolled back at the end. */
async function writeOn(analysis: Analysis, scope: Scope, writer: number): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) {
    const first = (writer * TURNS + turn) * 10;
    await analysis
      .write(scope, async (db) => {
        const message = { channel: 0, account: 0, when: { at: '2026-01-05T08:00:00Z' } };
        // The number of a transaction is given here, long before it commits.
        await put(db, 'message', [messageRow(message, first, madeId('place', 0))]);
        await wait((writer * 37 + turn * 53) % 90);
        await put(
          db,
          'message',
          Array.from({ length: 8 }, (_, n) => messageRow(message, first + 1 + n, madeId('place', 0))),
        );
        const mine = sql`where workspace_id = ${scope.workspaceId} and position % ${WRITERS * 2} = ${writer}`;
        if (turn % 3 === 1) await sql`update message set state = 'hidden' ${mine}`.execute(db.tx);
        if (turn % 4 === 2) await sql`delete from message ${mine} and position % 5 = 0`.execute(db.tx);
        if (turn % 5 === 3) throw new Error('changed my mind');
      })
      .catch((error: unknown) => {
        if (!String(error).includes('changed my mind')) throw error;
      });
  }
}

test(
  'writers that commit late, early, out of order and not at all: nothing is lost, nothing invented',
  { timeout: 120_000 },
  async () => {
    await using analysis = await openAnalysis();
    const scope = await analysis.workspace();
    await analysis.write(scope, (db) =>
      writeCommunity(db, {
        places: [{ threads: true, replies: true, hours: true }],
        channels: [0],
        members: [{ kind: 'person' }],
        accounts: [{ place: 0, member: 0 }],
        threads: [],
        messages: [],
        reactions: [],
      }),
    );
    // Made before, so that what runs beside the writers is as short as it is later on.
    await analysis.projection.refresh(scope);
    let isWriting = true;
    let refreshes = 0;
    const follow = async (): Promise<void> => {
      while (isWriting) {
        await analysis.projection.refresh(scope);
        refreshes += 1;
      }
    };
    const following = follow();
    await Promise.all(Array.from({ length: WRITERS }, (_, writer) => writeOn(analysis, scope, writer)));
    isWriting = false;
    await following;
    const base = await analysis.on('postgres', scope, ids);
    expect(await analysis.on('duckdb', scope, ids)).toEqual(base);
    expect(base.length).toBeGreaterThan(200);
    expect(refreshes).toBeGreaterThan(1);
    expect(await analysis.on('duckdb', scope, days)).toEqual(await analysis.on('postgres', scope, days));
  },
);

test('a row of a long transaction is not overtaken by the rows that come after it', async () => {
  await using analysis = await openAnalysis();
  const scope = await analysis.workspace();
  const message = { channel: 0, account: 0, when: { day: '2026-01-05' } };
  await analysis.write(scope, (db) =>
    writeCommunity(db, {
      places: [{ threads: true, replies: true, hours: false }],
      channels: [0],
      members: [{ kind: 'person' }],
      accounts: [{ place: 0, member: 0 }],
      threads: [],
      messages: [message],
      reactions: [],
    }),
  );
  const copied = async (): Promise<number> => (await analysis.on('duckdb', scope, ids)).length;
  const release = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const long = analysis.write(scope, async (db) => {
    await put(db, 'message', [messageRow(message, 1, madeId('place', 0))]);
    begun.resolve();
    await release.promise;
  });
  await begun.promise;
  await analysis.write(scope, (db) => put(db, 'message', [messageRow(message, 2, madeId('place', 0))]));
  expect(await copied()).toBe(2);
  expect(await copied()).toBe(2);
  release.resolve();
  await long;
  expect(await copied()).toBe(3);
});
