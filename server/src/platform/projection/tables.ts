import { createHash } from 'node:crypto';
import { PLACES, RELATIONS, ZONE } from './relations.ts';
import { addAnswers, AWAIT, openedRows, openingRows, unopenedRows } from './talk.ts';
import { COPY_VIEWS, SHARED_VIEWS } from './views.ts';

/**
 * Tables only the copy has, worked out from what was copied.
 *
 * `member_key`, `account`, `channel_key`, `language_key`, `class`: things by a small number, which is counted and joined
 * several times as quickly as an id; accounts with whom they belong to, classes of threads by kind and themes (class 0: not
 * read). `cell`: everything a contribution may be cut by besides person and day, numbered one by one, with a key made of
 * the numbers of those three (see `CELL_KEY`); unknown is '' ('und' for languages).
 * `spent`: contributions of an account on a day in a cell, in the order of days. `lived`: the same added up by member and
 * day, a member's days side by side: whatever follows people through their days reads them so. `opened`: threads with their first
 * replies. `answered`: who answered whom; `key`: the thread, or the message where it stands in none. `span`: from when to
 * when something happened in a place. `unopened`: threads with messages whose opening has not come; `awaited`: messages
 * replied to that have not come, or went.
 */
const ROLE = `enum ('bot', 'person', 'staff')`;

const COLUMNS = {
  member_key: 'n integer, member_id uuid',
  account: `n integer, identity_id uuid, place_id uuid, instant timestamptz, day date, member integer, role ${ROLE}`,
  channel_key: 'n integer, channel_id uuid, place_id uuid',
  language_key: 'n integer, language text',
  class: 'n integer, kind text, topics text',
  thread_class: 'thread_id uuid, class integer',
  cell: 'n integer, key bigint, channel integer, place_id uuid, channel_id uuid, language text, kind text, topics text',
  spent: `day date, account integer, member integer, role ${ROLE}, cell integer, posts integer, replies integer`,
  lived: `member integer, role ${ROLE}, day date, n integer`,
  opened: `thread_id uuid, place_id uuid, channel_id uuid, identity_id uuid, member integer, role ${ROLE},
    instant timestamptz, day date, local_day date, counts boolean, language text, kind text, topics text,
    anyone timestamptz, anyone_day date, staff timestamptz, staff_day date, person timestamptz, person_day date,
    second double, anyone_second double, staff_second double, person_second double`,
  span: 'place_id uuid, first_instant timestamptz, last_instant timestamptz, first_day date, last_day date',
  unopened: 'thread_id uuid',
  awaited: 'id uuid',
  answered: 'day date, key uuid, has_thread boolean, from_account integer, to_account integer, cell integer',
} as const;

/** Channel, language and class in one number: 16,777,216 classes, 256 languages. */
const CELL_KEY = `((channel.n::bigint * 256 + language.n) * 16777216 + coalesce(classed.class, 0))`;
/** The same, told of numbers at hand. */
export function cellKey(channel: number, language: number, classed: number): string {
  return String((BigInt(channel) * 256n + BigInt(language)) * 16_777_216n + BigInt(classed));
}
const CHANNEL_IN = (key: string): string => `(${key} // 4294967296)`;
const LANGUAGE_IN = (key: string): string => `(${key} // 16777216 % 256)`;
const CLASS_IN = (key: string): string => `(${key} % 16777216)`;

/** Ids that have many bits in common would be packed by them, and unpacked a hundred times as slowly as they are read bare. */
const stored = (columns: string): string => columns.replaceAll(/\buuid\b/g, 'uuid using compression uncompressed');

/** The statements that make an empty copy. */
export function emptyCopy(): readonly string[] {
  const copied = [...RELATIONS, PLACES, ZONE].map(({ name, columns }) => {
    const list = Object.entries(columns).map(([column, type]) => `${column} ${type}`);
    return `create or replace table ${name} (${stored(list.join())})`;
  });
  const own = Object.entries(COLUMNS).map(([name, columns]) => `create or replace table ${name} (${stored(columns)})`);
  const views = Object.entries({ ...COPY_VIEWS, ...SHARED_VIEWS }).map(
    ([name, text]) => `create or replace view ${name} as ${text}`,
  );
  const meta = 'create or replace table copy_of (version text, source text, cursor text, read_at text)';
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
select account.id as identity_id, account.place_id, account.instant, account.day, key.n as member,
  person.kind::${ROLE} as role
from plain_identity account
left join kept on kept.id = account.member_id
join plain_member person on person.id = coalesce(kept.root, account.member_id)
join member_key key on key.member_id = person.id
where ${isTouched}`;
}

/**
 * Kind and themes of threads; all themes in one value and one order, so that threads about the same have the same. Only
 * what has several themes is sorted: that takes some hundred bytes and five times as long for each.
 */
export function classedRows(which: Which): string {
  const isTouched = (column: string): string =>
    which === 'all' ? 'true' : `${column} in (select classed.thread_id from classed_thread classed)`;
  return `
with about as (
  select one.thread_id, min(one.theme_id) as least, max(one.theme_id) as most
  from fact_theme one
  where ${isTouched('one.thread_id')}
  group by one.thread_id
),
several as (
  select one.thread_id, array_to_string(list_sort(list(one.theme_id::text)), ' ') as topics
  from fact_theme one
  where one.thread_id in (select about.thread_id from about where about.least <> about.most)
  group by one.thread_id
)
select coalesce(reading.id, about.thread_id) as thread_id, coalesce(reading.kind, '') as kind,
  coalesce(several.topics, about.least::text, '') as topics
from (select one.id, one.kind from plain_thread_reading one where ${isTouched('one.id')}) reading
full join about on about.thread_id = reading.id
left join several on several.thread_id = about.thread_id`;
}

/** New numbers for what has none yet: `fresh` gives the other columns of `table`, and is joined to it by `same`. */
export function numbered(table: string, fresh: string, same: string): string {
  return `
select (select coalesce(max(n), -1) from ${table})::integer + row_number() over ()::integer as n, fresh.*
from (${fresh}) fresh
where not exists (select 1 from ${table} known where ${same})`;
}

/** Messages that count, with the key of their cell. */
export const toldRows = (messages: string): string => `
select written.id, written.identity_id, written.thread_id, written.reply_to_id, written.opens, written.local_day,
  ${CELL_KEY} as cell_key
from ${messages} written
join channel_key channel on channel.channel_id = written.channel_id
join language_key language on language.language = coalesce(written.language, 'und')
left join thread_class classed on classed.thread_id = written.thread_id
where written.counts`;

/** Messages told by `toldRows`, added up by account, day and cell. */
export const dayRows = (told: string): string => `
select told.local_day as day, account.n as account, told.cell_key,
  count(case when told.opens or (told.thread_id is null and told.reply_to_id is null) then 1 end)::int as posts,
  count(case when told.opens or (told.thread_id is null and told.reply_to_id is null) then null else 1 end)::int as replies
from ${told} told
join account on account.identity_id = told.identity_id
group by 1, 2, 3`;

/** Cells of messages told by `toldRows`, or of `dayRows` of them, that are not known yet. */
export function cellRows(told: string): string {
  const cells = `
  select met.key, channel.n as channel, channel.place_id, channel.channel_id, language.language, nullif(class.kind, '') as kind,
    nullif(class.topics, '') as topics
  from (select distinct told.cell_key as key from ${told} told) met
  join channel_key channel on channel.n = ${CHANNEL_IN('met.key')}
  join language_key language on language.n = ${LANGUAGE_IN('met.key')}
  join class on class.n = ${CLASS_IN('met.key')}`;
  return numbered('cell', cells, 'known.key = fresh.key');
}

/** `days`: by `dayRows`. */
export const spentRows = (days: string): string => `
select spent.day, spent.account, account.member, account.role, cell.n as cell, spent.posts, spent.replies
from ${days} spent
join account on account.n = spent.account
join cell on cell.key = spent.cell_key
order by 1`;

/** The days of members, from rows of `spent`. */
export const livedRows = (spent: string): string => `
select spent.member, spent.role, spent.day, sum(spent.posts + spent.replies)::int as n
from ${spent} spent
group by 1, 2, 3
order by 1, 3`;

/** From when to when something happened in each place. */
export function spanRows(messages: string, reactions: string): string {
  return `
select seen.place_id, min(seen.instant) as first_instant, max(seen.instant) as last_instant, min(seen.day) as first_day,
  max(seen.day) as last_day
from (
  select written.place_id, written.instant, written.day from ${messages} written where written.counts
  union all
  select given.place_id, given.instant, given.day from ${reactions} given
  where given.count > 0 and given.identity_id is not null and (given.instant is not null or given.day is not null)
) seen
group by seen.place_id`;
}

/** Changes with whatever a copy is made of: a copy of another version is made anew, not mended. */
export const VERSION = createHash('sha256')
  .update(
    JSON.stringify([
      emptyCopy(),
      accountRows('all'),
      classedRows('all'),
      spanRows('plain_message', 'plain_reaction'),
      ...[toldRows, dayRows, cellRows, spentRows, openingRows, unopenedRows].map((rows) => rows('plain_message')),
      livedRows('spent'),
      openedRows('plain_message', 'opening'),
      addAnswers('told', 'plain_message', 'plain_message'),
      AWAIT,
    ]),
  )
  .digest('hex')
  .slice(0, 16);
