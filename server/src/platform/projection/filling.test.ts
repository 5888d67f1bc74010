import { expect, test } from 'vitest';
import type { MadeCommunity } from '../../../../tools/testing/made-community.ts';
import { madeId, messageRow, put, writeCommunity } from '../../../../tools/testing/made-community.ts';
import { openAnalysis } from '../../../../tools/testing/two-engines.ts';
import type { Scoped } from './index.ts';

const message = { channel: 0, account: 0, when: { at: '2026-01-05T08:00:00Z' } };
const MADE: MadeCommunity = {
  places: [{ threads: true, replies: true, hours: true }],
  channels: [0],
  members: [{ kind: 'person' }],
  accounts: [{ place: 0, member: 0 }],
  threads: [],
  messages: [],
  reactions: [],
};

/** A message whose id begins with one bit, and one whose id begins with the other. */
const pairOf = (n: number): Record<string, unknown>[] =>
  ['0', 'f'].map((first, at) => {
    const row = messageRow(message, 2 * n + at, madeId('place', 0));
    return { ...row, id: `${first}${String(row['id']).slice(1)}` };
  });

const halves = async (facts: Scoped): Promise<readonly [number, number]> => {
  const [row] = await facts.query(
    `select count(case when id::text < '8' then 1 end)::int as low, count(*)::int as n from plain_message`,
    [],
  );
  return [Number(row?.['low']), Number(row?.['n']) - Number(row?.['low'])];
};

test('what two tell while a copy is made is of one moment, whatever is committed between', async () => {
  await using analysis = await openAnalysis();
  const scope = await analysis.workspace();
  await analysis.write(scope, (db) => writeCommunity(db, MADE));
  let isWriting = true;
  let written = 0;
  const writing = (async () => {
    for (; isWriting; written += 1) await analysis.write(scope, (db) => put(db, 'message', pairOf(written)));
  })();
  for (let turn = 0; turn < 5; turn += 1) {
    await analysis.projection.rebuild(scope);
    const [low, high] = await analysis.projection.read(scope, halves);
    expect(low).toBe(high);
  }
  isWriting = false;
  await writing;
  expect(await analysis.on('duckdb', scope, halves)).toEqual([written, written]);
});

test('more copies are made at once than there are connections to the base', async () => {
  await using analysis = await openAnalysis();
  const scopes = await Promise.all(Array.from({ length: 12 }, () => analysis.workspace()));
  const [first] = scopes;
  if (first === undefined) throw new Error('no workspace');
  await analysis.write(first, (db) => writeCommunity(db, { ...MADE, messages: [message, message] }));
  const made = await Promise.all(scopes.map((scope) => analysis.projection.refresh(scope)));
  expect(made.map(({ rebuilt }) => rebuilt)).toEqual(scopes.map(() => true));
  expect(made[0]?.rows['plain_message']).toBe(2);
});
