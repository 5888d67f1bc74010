import { createHash } from 'node:crypto';
import { PLACES, RELATIONS, ZONE } from './relations.ts';
import { COPY_VIEWS, SHARED_VIEWS } from './views.ts';

/**
 * Tables only the copy has, worked out from what was copied.
 *
 * `account`: accounts by a small number, with whom they belong to. `cell`: everything a contribution may be cut by besides
 * person and day, each combination once; unknown is '' ('und' for languages). `spent`: contributions of an account on a
 * day in a cell, by day. `opened`: threads with their first replies. `answered`: who answered whom; `key`: the thread,
 * or the message where it stands in none. `thread_topic`: all themes of a thread in one value.
 */
const COLUMNS = {
  account: 'n integer, identity_id uuid, place_id uuid, instant timestamptz, day date, member_id uuid, role text',
  cell: 'n integer, place_id uuid, channel_id uuid, language text, kind text, topics text',
  thread_topic: 'thread_id uuid, topics text',
  spent: 'day date, account integer, member_id uuid, role text, cell integer, posts integer, replies integer',
  opened: `thread_id uuid, place_id uuid, channel_id uuid, identity_id uuid, member_id uuid, role text,
    instant timestamptz, day date, local_day date, counts boolean, language text, kind text, topics text,
    anyone timestamptz, anyone_day date, staff timestamptz, staff_day date, person timestamptz, person_day date`,
  answered: 'day date, key uuid, has_thread boolean, from_account integer, to_account integer, cell integer',
} as const;

/** The statements that make an empty copy. */
export function emptyCopy(): readonly string[] {
  const copied = [...RELATIONS, PLACES, ZONE].map(({ name, columns }) => {
    const list = Object.entries(columns).map(([column, type]) => `${column} ${type}`);
    return `create table ${name} (${list.join()})`;
  });
  const own = Object.entries(COLUMNS).map(([name, columns]) => `create table ${name} (${columns})`);
  const views = Object.entries({ ...COPY_VIEWS, ...SHARED_VIEWS }).map(
    ([name, text]) => `create view ${name} as ${text}`,
  );
  const meta = 'create table copy_of (version text, source text, cursor text, read_at text)';
  return [...copied, ...own, ...views, meta];
}

/** Which rows of a table to work out: all of them, or those of what was touched. */
export type Which = 'all' | 'touched';

/**
 * Accounts with the member at the end of the merges. A person is the merged member; members merged round in a ring stay
 * themselves.
 */
export function accountRows(which: Which): string {
  const touched = '(select touched.identity_id from touched_account touched)';
  const isTouched = which === 'all' ? 'true' : `account.id in ${touched}`;
  const own = `(select own.member_id from plain_identity own where own.id in ${touched})`;
  return `
with recursive up (id, root) as (
  select below.id, below.merged_into from plain_member below
  where below.merged_into is not null${which === 'all' ? '' : ` and below.id in ${own}`}
  union
  select up.id, above.merged_into from up join plain_member above on above.id = up.root
  where above.merged_into is not null
),
kept (id, root) as (
  select up.id, up.root from up join plain_member above on above.id = up.root where above.merged_into is null
)
select account.id as identity_id, account.place_id, account.instant, account.day, person.id as member_id,
  person.kind as role
from plain_identity account
left join kept on kept.id = account.member_id
join plain_member person on person.id = coalesce(kept.root, account.member_id)
where ${isTouched}`;
}

export function topicRows(which: Which): string {
  return `
select about.thread_id, string_agg(about.theme_id::text, ' ' order by about.theme_id::text) as topics
from fact_theme about
where ${which === 'all' ? 'true' : 'about.thread_id in (select classed.thread_id from classed_thread classed)'}
group by about.thread_id`;
}

/** Messages that count, with what they may be cut by. */
const told = (messages: string): string => `
select written.id, written.identity_id, written.thread_id, written.reply_to_id, written.opens, written.local_day,
  written.place_id, written.channel_id, coalesce(written.language, 'und') as language,
  coalesce(reading.kind, '') as kind, coalesce(about.topics, '') as topics
from ${messages} written
left join plain_thread_reading reading on reading.id = written.thread_id
left join thread_topic about on about.thread_id = written.thread_id
where written.counts`;

const IN_CELL = `cell.place_id = told.place_id and cell.channel_id = told.channel_id and cell.language = told.language
  and cell.kind = told.kind and cell.topics = told.topics`;

/** Combinations that have no number yet. */
export function cellRows(messages: string): string {
  return `
select (select coalesce(max(cell.n), -1) from cell) + row_number() over ()::int as n, fresh.*
from (
  select distinct told.place_id, told.channel_id, told.language, told.kind, told.topics from (${told(messages)}) told
) fresh
where not exists (select 1 from cell where ${IN_CELL.replaceAll('told.', 'fresh.')})`;
}

export function spentRows(messages: string): string {
  return `
select told.local_day as day, account.n as account, account.member_id, account.role, cell.n as cell,
  count(case when told.opens or (told.thread_id is null and told.reply_to_id is null) then 1 end)::int as posts,
  count(case when told.opens or (told.thread_id is null and told.reply_to_id is null) then null else 1 end)::int as replies
from (${told(messages)}) told
join account on account.identity_id = told.identity_id
join cell on ${IN_CELL}
group by 1, 2, 3, 4, 5
order by 1`;
}

/** Where two messages claim to open a thread, the first does. */
export function openedRows(messages: string): string {
  return `
with opening as (
  select claimed.*, account.member_id, account.role
  from (
    select one.*, row_number() over (
        partition by one.thread_id order by one.instant, one.day, one.position, one.id
      ) as rank
    from ${messages} one
    where one.opens and one.thread_id is not null
  ) claimed
  left join account on account.identity_id = claimed.identity_id
  where claimed.rank = 1
),
answered as (
  select opening.thread_id, min(reply.instant) as anyone, min(reply.day) as anyone_day,
    min(case when account.role = 'staff' then reply.instant end) as staff,
    min(case when account.role = 'staff' then reply.day end) as staff_day,
    min(case when account.role = 'person' then reply.instant end) as person,
    min(case when account.role = 'person' then reply.day end) as person_day
  from ${messages} reply
  join opening on opening.thread_id = reply.thread_id
  join account on account.identity_id = reply.identity_id
  where reply.counts and not reply.opens and account.role in ('person', 'staff')
    and account.member_id <> opening.member_id
  group by opening.thread_id
)
select opening.thread_id, opening.place_id, opening.channel_id, opening.identity_id, opening.member_id, opening.role,
  opening.instant, opening.day, opening.local_day, opening.counts, opening.language, reading.kind, about.topics,
  answered.anyone, answered.anyone_day, answered.staff, answered.staff_day, answered.person, answered.person_day
from opening
left join plain_thread_reading reading on reading.id = opening.thread_id
left join thread_topic about on about.thread_id = opening.thread_id
left join answered on answered.thread_id = opening.thread_id
order by opening.local_day`;
}

/** Whom a message answers: the author of the one it replies to where that is known and stands, else whoever opened. */
export function answeredRows(messages: string): string {
  return `
select told.local_day as day, coalesce(told.thread_id, told.id) as key, told.thread_id is not null as has_thread,
  author.n as from_account, asker.n as to_account, cell.n as cell
from (${told(messages)}) told
left join (
  select reply.id, target.identity_id
  from ${messages} reply
  join plain_message target on target.id = reply.reply_to_id
  where target.counts
) direct on direct.id = told.id
left join opened on opened.thread_id = told.thread_id and opened.counts
join account author on author.identity_id = told.identity_id
join account asker on asker.identity_id = coalesce(direct.identity_id, opened.identity_id)
join cell on ${IN_CELL}
where not told.opens
order by 1`;
}

/** Changes with whatever a copy is made of: a copy of another version is made anew, not mended. */
export const VERSION = createHash('sha256')
  .update(
    JSON.stringify([
      emptyCopy(),
      accountRows('all'),
      topicRows('all'),
      ...[cellRows, spentRows, openedRows, answeredRows].map((rows) => rows('plain_message')),
    ]),
  )
  .digest('hex')
  .slice(0, 16);
