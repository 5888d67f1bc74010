import type { DuckDBConnection } from '@duckdb/node-api';
import { runDuckdb } from './seam.ts';
import { cellRows, dayRows, livedRows, numbered, spentRows, toldRows } from './tables.ts';
import { addAnswers, openedRows, openingRows } from './talk.ts';

/**
 * Adds what follows from messages that came for the first time, without looking at any other: days get further rows,
 * threads an earlier first reply. Left out is what was worked out again as a whole, because it was touched otherwise.
 * `lines`: all messages that came, old ones too.
 */
export async function addFresh(connection: DuckDBConnection, lines: string): Promise<void> {
  await numberKeys(connection, 'fresh_message');
  const [found] = await runDuckdb(
    connection,
    `create or replace temp table told_fresh as ${toldRows('fresh_message')};
    insert into cell ${cellRows('told_fresh')};
    create or replace temp table told_day as
    select told.* from told_fresh told
    where not exists (
      select 1 from touched_day touched where touched.identity_id = told.identity_id and touched.day = told.local_day);
    create or replace temp table fresh_spent as ${spentRows(`(${dayRows('told_day')})`)};
    insert into spent select * from fresh_spent;
    insert into lived ${livedRows('fresh_spent')};
    create or replace temp table fresh_talk as
    select fresh.* from fresh_message fresh
    where fresh.thread_id is null and fresh.id not in (select touched.id from touched_alone touched)
      or fresh.thread_id not in (select touched.thread_id from touched_thread touched);
    create or replace temp table fresh_thread as
    select talk.* from fresh_talk talk
    where talk.thread_id in (select opening.thread_id from fresh_talk opening where opening.opens);
    select count(*)::int as n from fresh_thread`,
  );
  // Threads that came with their opening: nothing of them was there before, else they were noted.
  if (Number(found?.['n']) > 0) await openThreads(connection, 'fresh_thread');
  await addReplies(connection);
  await connection.run(`
    create or replace temp table told_talk as
    select told.* from told_fresh told where told.id in (select talk.id from fresh_talk talk);
    ${addAnswers('told_talk', 'fresh_talk', targetsIn(lines))}`);
}

/** Adds the threads that messages open. The openings are laid out first: within one statement, they would be found twice. */
export async function openThreads(connection: DuckDBConnection, messages: string): Promise<void> {
  await connection.run(`
    create or replace temp table opening as ${openingRows(messages)};
    insert into opened ${openedRows(messages, 'opening')};
    drop table opening`);
}

/** Gives a number to the channels and languages of some messages that have none. */
export async function numberKeys(connection: DuckDBConnection, messages: string): Promise<void> {
  const channels = 'select channel.id as channel_id, channel.place_id from plain_channel channel';
  const languages = `select distinct coalesce(one.language, 'und') as language from ${messages} one`;
  await connection.run(`
    insert into channel_key ${numbered('channel_key', channels, 'known.channel_id = fresh.channel_id')};
    insert into language_key ${numbered('language_key', languages, 'known.language = fresh.language')}`);
}

/** What fresh messages reply to was looked for when they came; the rest of all messages need not be looked at. */
const targetsIn = (lines: string): string => `(
  select told.id, told.identity_id, told.counts from ${lines} told
  union all
  select met.id, met.identity_id, met.counts from met_message met
  where met.id not in (select old.id from old_message old)
)`;

const FIRSTS = ['anyone', 'staff', 'person'] as const;

/** Replies in threads that were there: most come after the first. */
async function addReplies(connection: DuckDBConnection): Promise<void> {
  const times = FIRSTS.flatMap((who) => [who, `${who}_day`]);
  const [found] = await runDuckdb(
    connection,
    `create or replace temp table fresh_reply as
    select talk.thread_id, talk.identity_id, talk.instant, talk.day, talk.counts
    from fresh_talk talk
    where talk.thread_id is not null and talk.thread_id not in (select own.thread_id from fresh_thread own);
    create or replace temp table replied_row as
    select opened.rowid as n from opened where opened.thread_id in (select reply.thread_id from fresh_reply reply);
    create or replace temp table replied_thread as
    select opened.thread_id, opened.member, ${times.map((time) => `opened.${time}`).join()}
    from opened where opened.rowid in (select known.n from replied_row known);
    insert into unopened
    select distinct reply.thread_id from fresh_reply reply
    where reply.thread_id not in (select known.thread_id from replied_thread known)
      and not exists (select 1 from unopened known where known.thread_id = reply.thread_id);
    create or replace temp table fresh_first as
    select one.* from (
      select reply.thread_id, min(reply.instant) as anyone, min(reply.day) as anyone_day,
        min(case when account.role = 'staff' then reply.instant end) as staff,
        min(case when account.role = 'staff' then reply.day end) as staff_day,
        min(case when account.role = 'person' then reply.instant end) as person,
        min(case when account.role = 'person' then reply.day end) as person_day
      from fresh_reply reply
      join replied_thread known on known.thread_id = reply.thread_id
      join account on account.identity_id = reply.identity_id
      where reply.counts and account.role in ('person', 'staff') and account.member <> known.member
      group by reply.thread_id
    ) one
    join replied_thread known on known.thread_id = one.thread_id
    where ${times.map(isEarlier).join(' or ')};
    select count(*)::int as n from fresh_first`,
  );
  if (Number(found?.['n']) === 0) return;
  const columns = FIRSTS.flatMap((who) => [
    `${who} = least(opened.${who}, one.${who})`,
    `${who}_day = least(opened.${who}_day, one.${who}_day)`,
    `${who}_second = epoch_us(least(opened.${who}, one.${who})) / 1e6`,
  ]);
  await connection.run(`
    update opened set ${columns.join()} from fresh_first one where one.thread_id = opened.thread_id`);
}

const isEarlier = (column: string): string => `coalesce(one.${column} < known.${column}, one.${column} is not null)`;

/** Notes messages that were replied to and are not there, of those that came, and those that went. */
export async function noteAwaited(connection: DuckDBConnection, lines: string | undefined): Promise<void> {
  const replied =
    lines === undefined
      ? ''
      : `
    union
    select told.reply_to_id from ${lines} told
    where told.reply_to_id is not null and told.reply_to_id not in (select met.id from met_message met)
      and told.reply_to_id not in (select known.id from ${lines} known)`;
  const came = lines === undefined ? '' : ` where old.id not in (select told.id from ${lines} told)`;
  await connection.run(`
    insert into awaited
    select fresh.id from (select old.id from old_message old${came}${replied}) fresh
    where not exists (select 1 from awaited known where known.id = fresh.id)`);
}
