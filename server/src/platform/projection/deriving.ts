import type { DuckDBConnection } from '@duckdb/node-api';
import { addFresh, noteAwaited, numberKeys, openThreads } from './adding.ts';
import type { Changes } from './arriving.ts';
import { countOf, runDuckdb } from './seam.ts';
import type { Which } from './tables.ts';
import {
  accountRows,
  cellRows,
  classedRows,
  dayRows,
  livedRows,
  numbered,
  spanRows,
  spentRows,
  toldRows,
} from './tables.ts';
import { addAnswers, AWAIT, unopenedRows } from './talk.ts';
import { noteThreads } from './touching.ts';

/** Above this share of all messages, working out everything costs less than finding what was touched. */
const MUCH = 0.2;

const TOLD = `(${toldRows('told_again')})`;

/** Fills the tables only the copy has; they must be empty. */
export async function deriveAll(connection: DuckDBConnection): Promise<void> {
  await numberMembers(connection, 'plain_member');
  await connection.run(
    `insert into account select (row_number() over () - 1)::integer as n, told.* from (${accountRows('all')}) told`,
  );
  await connection.run(`insert into class values (0, '', '')`);
  await classThreads(connection, 'all');
  await connection.run(`insert into span ${spanRows('plain_message', 'plain_reaction')}`);
  await refillMessages(connection);
}

/** Brings them up to date with what was noted; to be called once the changes are written. */
export async function deriveTouched(connection: DuckDBConnection, changes: Changes): Promise<void> {
  const members = changes.lines('plain_member');
  if (members !== undefined) await numberMembers(connection, members);
  const lines = changes.lines('plain_message');
  const hasMessages = lines !== undefined || changes.gone('plain_message').length > 0;
  const first = await notedIn(connection, hasMessages);
  await deriveSpans(connection, changes, first.spans > 0);
  if (first.accounts > 0) await deriveAccounts(connection);
  if (first.classes > 0) await classThreads(connection, 'touched');
  const noted = first.accounts > 0 ? await notedIn(connection, hasMessages) : first;
  if (noted.days + noted.fresh > MUCH * noted.messages) {
    await refillMessages(connection);
    return;
  }
  await deriveMessages(connection, noted);
  if (!hasMessages) return;
  await noteAwaited(connection, lines);
  if (lines !== undefined && noted.fresh > 0) await addFresh(connection, lines);
}

/** How much was noted of each kind. */
interface Noted {
  readonly spans: number;
  readonly accounts: number;
  readonly classes: number;
  readonly days: number;
  readonly threads: number;
  readonly alone: number;
  readonly fresh: number;
  readonly messages: number;
}

async function notedIn(connection: DuckDBConnection, hasMessages: boolean): Promise<Noted> {
  const counted = {
    spans: 'touched_span',
    accounts: 'touched_account',
    classes: 'classed_thread',
    days: 'touched_day',
    threads: 'touched_thread',
    alone: 'touched_alone',
    messages: 'plain_message',
    ...(hasMessages ? { fresh: 'fresh_message' } : {}),
  };
  const rows = await runDuckdb(
    connection,
    Object.entries(counted)
      .map(([name, table]) => `select '${name}' as name, count(*)::int as n from ${table}`)
      .join(' union all '),
  );
  const many = (name: string): number => Number(rows.find((row) => row['name'] === name)?.['n'] ?? 0);
  return {
    spans: many('spans'),
    accounts: many('accounts'),
    classes: many('classes'),
    days: many('days'),
    threads: many('threads'),
    alone: many('alone'),
    fresh: many('fresh'),
    messages: many('messages'),
  };
}

/** A place that is gone takes along what was worked out from it. */
export async function forgetPlaces(connection: DuckDBConnection): Promise<void> {
  const gone = 'not in (select place.id from plain_place place)';
  const cells = `(select cell.n from cell where cell.place_id ${gone})`;
  for (const table of ['spent', 'answered']) await connection.run(`delete from ${table} where cell in ${cells}`);
  await connection.run(`delete from lived; insert into lived ${livedRows('spent')}`);
  for (const table of ['account', 'opened', 'span'])
    await connection.run(`delete from ${table} where place_id ${gone}`);
  await refillWaiting(connection);
}

/** What is waited for: openings of threads that have messages, messages that were replied to. */
async function refillWaiting(connection: DuckDBConnection): Promise<void> {
  await connection.run(`delete from unopened; insert into unopened ${unopenedRows('plain_message')}`);
  await connection.run(`delete from awaited; ${AWAIT}`);
}

/** What is new may reach further; where the first or last fact changed, all of the place's facts are looked at again. */
async function deriveSpans(connection: DuckDBConnection, changes: Changes, isTouched: boolean): Promise<void> {
  const lines = (relation: string): string => changes.lines(relation) ?? `(select * from ${relation} where false)`;
  const again = (relation: string): string =>
    `(select one.* from ${relation} one where one.place_id in (select touched.place_id from touched_span touched))`;
  await connection.run(`
    create or replace temp table fresh_span as
    select fresh.place_id, min(fresh.first_instant) as first_instant, max(fresh.last_instant) as last_instant,
      min(fresh.first_day) as first_day, max(fresh.last_day) as last_day
    from (
      select one.* from (${spanRows(lines('plain_message'), lines('plain_reaction'))}) one
      union all
      ${isTouched ? `select one.* from (${spanRows(again('plain_message'), again('plain_reaction'))}) one union all` : ''}
      select known.* from span known where known.place_id not in (select touched.place_id from touched_span touched)
    ) fresh
    group by fresh.place_id;
    delete from span;
    insert into span
    select fresh.* from fresh_span fresh where fresh.place_id in (select place.id from plain_place place)`);
}

async function numberMembers(connection: DuckDBConnection, members: string): Promise<void> {
  const ids = `select one.id as member_id from ${members} one`;
  await connection.run(`insert into member_key ${numbered('member_key', ids, 'known.member_id = fresh.member_id')}`);
}

async function classThreads(connection: DuckDBConnection, which: Which): Promise<void> {
  const touched = 'thread_id in (select classed.thread_id from classed_thread classed)';
  await connection.run(`
    create or replace temp table fresh_class as ${classedRows(which)};
    delete from thread_class where ${which === 'all' ? 'true' : touched};
    insert into class ${numbered(
      'class',
      'select distinct one.kind, one.topics from fresh_class one',
      'known.kind = fresh.kind and known.topics = fresh.topics',
    )};
    insert into thread_class
    select fresh.thread_id, class.n
    from fresh_class fresh join class on class.kind = fresh.kind and class.topics = fresh.topics;
    drop table fresh_class`);
}

async function refillMessages(connection: DuckDBConnection): Promise<void> {
  await connection.run('delete from spent; delete from lived; delete from opened; delete from answered');
  const told = `(${toldRows('plain_message')})`;
  await numberKeys(connection, 'plain_message');
  // Cells are looked for in days added up: there are fewer of them than messages, and they were told already.
  await connection.run(`
    create or replace temp table told_day as ${dayRows(told)};
    insert into cell ${cellRows('told_day')};
    insert into spent ${spentRows('told_day')};
    drop table told_day`);
  await connection.run(`insert into lived ${livedRows('spent')}`);
  await openThreads(connection, 'plain_message');
  await connection.run(addAnswers(told, 'plain_message', 'plain_message'));
  await refillWaiting(connection);
}

/**
 * An account keeps its number; where its member or his role is another now, so are its days and its threads. One that is
 * gone takes its days along: a later one may get its number.
 */
async function deriveAccounts(connection: DuckDBConnection): Promise<void> {
  const touched = 'identity_id in (select touched.identity_id from touched_account touched)';
  await connection.run(`create or replace temp table fresh_account as ${accountRows('touched')}`);
  await connection.run(`create or replace temp table old_account as select * from account where ${touched}`);
  await connection.run(`delete from account where ${touched}`);
  await connection.run(`
    insert into account
    select coalesce(old.n, (select coalesce(max(n), -1) from (select n from account union all select n from old_account))
        + row_number() over (order by old.n nulls first)::integer), fresh.*
    from fresh_account fresh left join old_account old on old.identity_id = fresh.identity_id`);
  await connection.run(`
    create or replace temp table moved_account as
    select fresh.* from account fresh join old_account old on old.n = fresh.n
    where (old.member, old.role) <> (fresh.member, fresh.role);
    create or replace temp table gone_account as
    select old.* from old_account old where old.n not in (select known.n from account known)`);
  if ((await countOf(connection, '(select n from moved_account union all select n from gone_account)')) === 0) return;
  await connection.run(`
    delete from spent where account in (select gone.n from gone_account gone);
    update spent set member = moved.member, role = moved.role
    from moved_account moved where spent.account = moved.n;
    create or replace temp table moved_member as
    select moved.member from moved_account moved
    union
    select old.member from old_account old join moved_account moved on moved.n = old.n
    union
    select gone.member from gone_account gone;
    delete from lived where member in (select moved.member from moved_member moved);
    insert into lived ${livedRows('(select one.* from spent one where one.member in (select moved.member from moved_member moved))')}`);
  await noteThreads(
    connection,
    'plain_message where identity_id in (select moved.identity_id from moved_account moved) and thread_id is not null',
  );
}

async function deriveMessages(connection: DuckDBConnection, { days, threads, alone }: Noted): Promise<void> {
  if (days > 0) await deriveSpent(connection);
  if (threads > 0) await deriveThreads(connection);
  if (alone === 0) return;
  const ids = 'select touched.id from touched_alone touched';
  await tellAgain(connection, `plain_message where id in (${ids})`);
  await deriveAnswered(connection, ids);
}

/** The bounds are said as constants, so that nearly all of a table lying in the order of days is skipped. */
async function deriveSpent(connection: DuckDBConnection): Promise<void> {
  const [bounds] = await runDuckdb(
    connection,
    'select min(day)::text as first, max(day)::text as last from touched_day',
  );
  const [first, last] = [String(bounds?.['first']), String(bounds?.['last'])];
  const between = (day: string): string => `${day} >= date '${first}' and ${day} <= date '${last}'`;
  const messages = `(
    select one.* from plain_message one
    where ${between('one.local_day')}
      and (one.identity_id, one.local_day) in (select touched.identity_id, touched.day from touched_day touched)
  )`;
  await connection.run(`
    delete from spent
    where ${between('spent.day')} and (spent.account, spent.day) in (
      select account.n, touched.day
      from touched_day touched join account on account.identity_id = touched.identity_id
    )`);
  await tellAgain(connection, messages);
  const isTouched = `${between('one.day')} and (one.member, one.day) in (
    select account.member, touched.day
    from touched_day touched join account on account.identity_id = touched.identity_id
  )`;
  await connection.run(`
    insert into spent ${spentRows(`(${dayRows(TOLD)})`)};
    delete from lived one where ${isTouched};
    insert into lived ${livedRows(`(select one.* from spent one where ${isTouched})`)}`);
}

async function deriveThreads(connection: DuckDBConnection): Promise<void> {
  const threads = 'select distinct touched.thread_id from touched_thread touched';
  await tellAgain(connection, `plain_message where thread_id in (${threads})`);
  await connection.run(`
    delete from opened where thread_id in (${threads})`);
  await openThreads(connection, 'told_again');
  await connection.run(`
    delete from unopened where thread_id in (${threads});
    insert into unopened ${unopenedRows('told_again')}`);
  await deriveAnswered(connection, threads);
}

async function deriveAnswered(connection: DuckDBConnection, keys: string): Promise<void> {
  await connection.run(`
    delete from answered where key in (${keys});
    ${addAnswers(TOLD, 'told_again', 'plain_message')}`);
}

/** Puts the messages in question beside, with a number for whatever they lie in. */
async function tellAgain(connection: DuckDBConnection, messages: string): Promise<void> {
  await connection.run(`create or replace temp table told_again as select * from ${messages}`);
  await numberKeys(connection, 'told_again');
  await connection.run(`insert into cell ${cellRows(TOLD)}`);
}
