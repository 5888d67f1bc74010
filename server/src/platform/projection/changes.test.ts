import fc from 'fast-check';
import { sql, type RawBuilder } from 'kysely';
import { test } from 'vitest';
import { madeId, writeCommunity, writeReadings } from '../../../../tools/testing/made-community.ts';
import { expectSame } from '../../../../tools/testing/same-copy.ts';
import { community } from '../../../../tools/testing/random-community.ts';
import { openAnalysis } from '../../../../tools/testing/two-engines.ts';

const RUNS = Number(process.env['PASSERELLE_RUNS'] ?? 8);

type Change = (n: number, m: number) => RawBuilder<unknown>;
const message = (n: number) => madeId('message', n % 70);
const member = (n: number) => madeId('member', n % 9);
const thread = (n: number) => madeId('thread', n % 12);

/** A message like another, that is new or was deleted before; what it replies to is there, or comes later, or never. */
const arrival = (n: number, m: number, threadId: RawBuilder<unknown>, opens: boolean): RawBuilder<unknown> => sql`
  insert into message (workspace_id, id, place_id, channel_id, thread_id, identity_id, external_id, opens, at, day, position,
    text, format, language, reply_to_id)
  select told.workspace_id, ${madeId('message', m % 300)}, told.place_id, told.channel_id, ${threadId}, told.identity_id,
    ${`again ${String(m)}`}, ${opens}, told.at + ${`${String((m % 100) - 50)} hours`}::interval, told.day, ${m}, '', 'plain',
    told.language, case when ${n % 3} > 0 then ${madeId('message', (n * 7 + m) % 100)}::uuid end
  from (select * from message order by id offset ${n} % (select greatest(count(*), 1) from message) limit 1) told
  on conflict do nothing`;

/** Each kind of change a row of facts can undergo; most meet a row, some none. */
const CHANGES: Readonly<Record<string, Change>> = {
  move: (n, m) =>
    sql`update message set at = at + ${`${String((m % 400) - 200)} hours`}::interval where id = ${message(n)}`,
  hide: (n) => sql`update message set state = 'hidden' where id = ${message(n)}`,
  show: (n) => sql`update message set state = 'shown' where id = ${message(n)}`,
  erase: (n) => sql`update message set state = 'erased' where id = ${message(n)}`,
  open: (n) => sql`update message set opens = not opens where id = ${message(n)}`,
  reply: (n, m) => sql`update message set reply_to_id = ${message(m)} where id = ${message(n)}`,
  leave: (n) => sql`update message set thread_id = null, opens = false where id = ${message(n)}`,
  translate: (n) => sql`update message set language = 'oc' where id = ${message(n)}`,
  arrive: (n, m) => arrival(n, m, sql`told.thread_id`, false),
  reopen: (n, m) => arrival(n, m, sql`told.thread_id`, true),
  begin: (n, m) => arrival(n, m, sql`(select thread.id from thread where thread.id = ${thread(m)})`, true),
  /** A thread that was not there. */
  found: (n, m) => sql`
    with made as (
      insert into thread (workspace_id, id, place_id, channel_id, external_id)
      select told.workspace_id, ${madeId('thread', 100 + m)}, told.place_id, told.channel_id, ${`again ${String(m)}`}
      from (select * from message order by id offset ${n} % (select greatest(count(*), 1) from message) limit 1) told
      on conflict do nothing
      returning id, workspace_id, place_id, channel_id
    )
    insert into message (workspace_id, id, place_id, channel_id, thread_id, identity_id, external_id, opens, at, position, text,
      format, language)
    select made.workspace_id, ${madeId('message', 1000 + m)}, made.place_id, made.channel_id, made.id, own.id,
      ${`found ${String(m)}`}, true, ${`2025-05-${String((m % 28) + 1).padStart(2, '0')}T08:00:00Z`}::timestamptz, ${m}, '', 'plain',
      'fr'
    from made join lateral (
      select identity.id from identity where identity.place_id = made.place_id order by identity.id limit 1) own on true`,
  chime: (n, m) =>
    arrival(n, m, sql`(select thread.id from thread order by md5(thread.id || ${String(m)}) limit 1)`, false),
  utter: (n, m) => arrival(n, m, sql`null`, false),
  touch: (n) => sql`update message set text = 'x' where id = ${message(n)}`,
  drop: (n) => sql`delete from message where id = ${message(n)}`,
  hand: (n, m) => sql`update message set identity_id = ${madeId('account', m % 12)}
    where id = ${message(n)} and exists (select from identity where identity.id = ${madeId('account', m % 12)})`,
  /** An account goes with all it wrote and gave. */
  depart: (n) => sql`
    with own as (select ${madeId('account', n % 12)}::uuid as id),
    written as (select message.id from message join own on own.id = message.identity_id),
    ungiven as (
      delete from reaction where identity_id = (select own.id from own) or message_id in (select written.id from written)
    ),
    unwritten as (delete from message where id in (select written.id from written))
    delete from identity where id = (select own.id from own)`,
  staff: (n) => sql`update member set kind = 'staff' where id = ${member(n)}`,
  person: (n) => sql`update member set kind = 'person' where id = ${member(n)}`,
  merge: (n, m) => sql`update member set merged_into = ${member(m)}
    where id = ${member(n)} and id <> ${member(m)} and exists (select from member where member.id = ${member(m)})`,
  part: (n) => sql`update member set merged_into = null where id = ${member(n)}`,
  rename: (n) => sql`update member set name = 'x', version = version + 1 where id = ${member(n)}`,
  reread: (n) => sql`update thread_reading set kind = case kind when 'other' then 'question' else 'other' end
    where thread_id = ${thread(n)}`,
  unread: (n) => sql`delete from thread_reading where thread_id = ${thread(n)}`,
  untheme: (n) => sql`delete from thread_theme where thread_id = ${thread(n)}`,
  retheme: (n, m) => sql`update theme set merged_into = ${madeId('theme', m % 4)}
    where id = ${madeId('theme', n % 4)} and id <> ${madeId('theme', m % 4)}`,
  tell: (n, m) => sql`update thread_theme set theme_id = ${madeId('theme', m % 4)}
    where thread_id = ${thread(n)} and (select count(*) from thread_theme other where other.thread_id = ${thread(n)}) = 1`,
  unplace: (n) => sql`delete from place
    where id = ${madeId('place', n % 3)} and not exists (
      select from message join identity on identity.id = message.identity_id where identity.place_id <> message.place_id)`,
};

/** Nearly all that comes in life: further messages, and rows that were written again as they are. */
const ARRIVALS = ['found', 'arrive', 'chime', 'utter', 'touch'];

const change = (kinds: readonly string[]) =>
  fc.record({ kind: fc.constantFrom(...kinds), n: fc.nat(999), m: fc.nat(999) });
const round = fc.oneof(fc.array(change(Object.keys(CHANGES)), { minLength: 1, maxLength: 4 }), {
  weight: 2,
  arbitrary: fc.array(change(ARRIVALS), { minLength: 1, maxLength: 4 }),
});

test('after any changes, one by one or together, the copy is what the base is', { timeout: 600_000 }, async () => {
  await using analysis = await openAnalysis();
  const rounds = fc.array(round, { minLength: 4, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(community, rounds, fc.boolean(), async (made, changes, isLate) => {
      const scope = await analysis.workspace();
      await analysis.write(scope, (db) =>
        writeCommunity(db, isLate ? { ...made, readings: [], themes: [], about: [], tones: [], mentions: [] } : made),
      );
      await expectSame(analysis, scope);
      if (isLate) {
        await analysis.write(scope, (db) => writeReadings(db, made));
        await expectSame(analysis, scope);
      }
      for (const some of changes) {
        await analysis.write(scope, async (db) => {
          for (const { kind, n, m } of some) await CHANGES[kind]?.(n, m).execute(db.tx);
        });
        await expectSame(analysis, scope);
      }
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
});
