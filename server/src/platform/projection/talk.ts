/** Who opened, who answered first, who answered whom, and what is waited for: texts over messages, as in tables.ts. */

/**
 * Messages that open a thread. Where several claim to, the first does: that is looked at for those threads alone, since
 * ranking all of them takes longer than the rest.
 */
export function openingRows(messages: string): string {
  return `
with claimed as (
  select one.thread_id from ${messages} one
  where one.opens and one.thread_id is not null
  group by one.thread_id having count(*) > 1
),
ranked as (
  select one.id, row_number() over (
      partition by one.thread_id order by one.instant, one.day, one.position, one.id
    ) as rank
  from ${messages} one
  where one.opens and one.thread_id in (select claimed.thread_id from claimed)
)
select one.thread_id, one.place_id, one.channel_id, one.identity_id, one.instant, one.day, one.local_day, one.counts,
  one.language, account.member, account.role
from ${messages} one
anti join (select ranked.id from ranked where ranked.rank > 1) late on late.id = one.id
left join account on account.identity_id = one.identity_id
where one.opens and one.thread_id is not null`;
}

/** Threads with their first replies, of which `openings` holds what `openingRows` gives for the same messages. */
export function openedRows(messages: string, openings: string): string {
  return `
with answered as (
  select opening.thread_id, min(reply.instant) as anyone, min(reply.day) as anyone_day,
    min(case when account.role = 'staff' then reply.instant end) as staff,
    min(case when account.role = 'staff' then reply.day end) as staff_day,
    min(case when account.role = 'person' then reply.instant end) as person,
    min(case when account.role = 'person' then reply.day end) as person_day
  from ${messages} reply
  join ${openings} opening on opening.thread_id = reply.thread_id
  join account on account.identity_id = reply.identity_id
  where reply.counts and not reply.opens and account.role in ('person', 'staff')
    and account.member <> opening.member
  group by opening.thread_id
)
select opening.thread_id, opening.place_id, opening.channel_id, opening.identity_id, opening.member, opening.role,
  opening.instant, opening.day, opening.local_day, opening.counts, opening.language, nullif(class.kind, '') as kind,
  nullif(class.topics, '') as topics, answered.anyone, answered.anyone_day, answered.staff, answered.staff_day,
  answered.person, answered.person_day,
  ${['opening.instant', 'answered.anyone', 'answered.staff', 'answered.person'].map((at) => `epoch_us(${at}) / 1e6`).join()}
from ${openings} opening
left join thread_class classed on classed.thread_id = opening.thread_id
left join class on class.n = classed.class
left join answered on answered.thread_id = opening.thread_id
order by opening.local_day`;
}

/**
 * Adds whom messages answer: the author of the one they reply to where that is known and stands, else whoever opened.
 * `told`: those of `messages`, by `toldRows`; `targets`: where to look for what they reply to. One thing after the
 * other: what joins hold of ten million messages and what sorting them holds do not fit in beside each other.
 */
export function addAnswers(told: string, messages: string, targets: string): string {
  return `
create or replace temp table direct_answer as
select reply.id, asked.n
from (select one.id, one.reply_to_id from ${messages} one where one.reply_to_id is not null) reply
join ${targets} target on target.id = reply.reply_to_id
join account asked on asked.identity_id = target.identity_id
where target.counts;
create or replace temp table fresh_answer as
select told.local_day as day, coalesce(told.thread_id, told.id) as key, told.thread_id is not null as has_thread,
  author.n as from_account, coalesce(direct.n, asked.n) as to_account, cell.n as cell
from ${told} told
left join direct_answer direct on direct.id = told.id
left join (
  select opened.thread_id, opener.n from opened join account opener on opener.identity_id = opened.identity_id where opened.counts
) asked on asked.thread_id = told.thread_id
join account author on author.identity_id = told.identity_id
join cell on cell.key = told.cell_key
where not told.opens and coalesce(direct.n, asked.n) is not null;
drop table direct_answer;
insert into answered select fresh.* from fresh_answer fresh order by fresh.day;
drop table fresh_answer`;
}

/** Threads of some messages of which no opening is known. Joined once they are few: said otherwise, all messages are held. */
export function unopenedRows(messages: string): string {
  return `
select met.thread_id
from (select distinct one.thread_id from ${messages} one where one.thread_id is not null) met
anti join opened known on known.thread_id = met.thread_id`;
}

/**
 * Fills `awaited`, which must be empty: messages that were replied to and are not known. One thing after the other: in one
 * statement, what it takes of ten million messages is held all at once.
 */
export const AWAIT = `
create or replace temp table replied_to as
select distinct reply.reply_to_id as id from plain_message reply where reply.reply_to_id is not null;
create or replace temp table replied_known as
select target.id from plain_message target semi join replied_to on replied_to.id = target.id;
insert into awaited select replied.id from replied_to replied anti join replied_known known on known.id = replied.id;
drop table replied_to;
drop table replied_known`;
