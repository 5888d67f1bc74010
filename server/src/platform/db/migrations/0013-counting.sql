-- What the copy for figures keeps ready: the local day of each row, what a thread is about in one value, days of persons
-- with all they may be cut by, threads with their first replies. On PostgreSQL these are views; see
-- docs/subsystems/projection.md for the tables the copy has in their place.

create or replace view plain_message with (security_invoker = true) as
select message.id, message.place_id, message.channel_id, message.thread_id, message.identity_id, message.opens,
  message.at as instant, message.day, message.position, message.reply_to_id,
  message.state in ('shown', 'erased') as counts, message.changed, nullif(message.language, 'und') as language,
  coalesce(message.day, (message.at at time zone (select plain_zone.zone from plain_zone))::date) as local_day
from message
where message.workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid;

create or replace view plain_reaction with (security_invoker = true) as
select reaction.id, reaction.place_id, reaction.message_id, reaction.identity_id, reaction.count,
  reaction.at as instant, reaction.day, reaction.changed,
  coalesce(reaction.day, (reaction.at at time zone (select plain_zone.zone from plain_zone))::date) as local_day
from reaction
where reaction.workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid;

create or replace view account_day with (security_invoker = true) as
select written.identity_id, written.place_id, written.channel_id, written.local_day as day,
  count(case when written.opens or (written.thread_id is null and written.reply_to_id is null) then 1 end)::int as posts,
  count(case when written.opens or (written.thread_id is null and written.reply_to_id is null) then null else 1 end)::int
    as replies
from plain_message written
where written.counts
group by 1, 2, 3, 4;

create or replace view thread_opening with (security_invoker = true) as
select opening.thread_id, opening.place_id, opening.channel_id, opening.identity_id, opening.instant, opening.day,
  opening.local_day, opening.counts, opening.language
from (
  select claimed.thread_id, claimed.place_id, claimed.channel_id, claimed.identity_id, claimed.instant, claimed.day,
    claimed.local_day, claimed.counts, claimed.language,
    row_number() over (
      partition by claimed.thread_id order by claimed.instant, claimed.day, claimed.position, claimed.id
    ) as rank
  from plain_message claimed
  where claimed.opens and claimed.thread_id is not null
) opening
where opening.rank = 1;

create or replace view fact_message with (security_invoker = true) as
select written.id, written.place_id, written.channel_id, written.thread_id, account.member_id, account.role,
  written.local_day as day, written.language, reading.kind, written.instant
from plain_message written
join fact_account account on account.identity_id = written.identity_id
left join plain_thread_reading reading on reading.id = written.thread_id
where written.counts;

-- All themes of a thread in one value, in one order: threads about the same things have the same.
create view thread_topic with (security_invoker = true) as
select about.thread_id, string_agg(about.theme_id::text, ' ' order by about.theme_id::text) as topics
from fact_theme about
group by about.thread_id;

create or replace view fact_answer with (security_invoker = true) as
select written.place_id, written.channel_id, written.thread_id, author.member_id as from_member,
  author.role as from_role, asker.member_id as to_member, asker.role as to_role, written.local_day as day,
  written.language, reading.kind, about.topics
from plain_message written
join fact_account author on author.identity_id = written.identity_id
left join plain_message answered on answered.id = written.reply_to_id and answered.counts
left join thread_opening opening on opening.thread_id = written.thread_id and opening.counts
join fact_account asker on asker.identity_id = coalesce(answered.identity_id, opening.identity_id)
left join plain_thread_reading reading on reading.id = written.thread_id
left join thread_topic about on about.thread_id = written.thread_id
where written.counts and not written.opens and asker.member_id <> author.member_id;

-- The same, for whom it does not matter where and about what.
create view fact_met with (security_invoker = true) as
select given.thread_id, given.from_member, given.from_role, given.to_member, given.to_role, given.day
from fact_answer given;

-- Contributions of members by day; the first without what they may be cut by.
create view fact_lived with (security_invoker = true) as
select account.member_id, account.role, spent.day, spent.posts + spent.replies as n
from account_day spent
join fact_account account on account.identity_id = spent.identity_id;

create view fact_spent with (security_invoker = true) as
select written.place_id, written.channel_id, account.member_id, account.role, written.local_day as day, 1 as n,
  coalesce(written.language, 'und') as language, reading.kind, about.topics
from plain_message written
join fact_account account on account.identity_id = written.identity_id
left join plain_thread_reading reading on reading.id = written.thread_id
left join thread_topic about on about.thread_id = written.thread_id
where written.counts;

-- A thread with the first reply by another human, and by persons and staff apart.
create view fact_opened with (security_invoker = true) as
select opened.id, opened.place_id, opened.channel_id, opened.member_id, opened.role, opened.instant, opened.day,
  opened.local_day, opened.language, opened.kind, about.topics, answered.anyone, answered.anyone_day, answered.staff,
  answered.staff_day, answered.person, answered.person_day
from fact_thread opened
left join thread_topic about on about.thread_id = opened.id
left join (
  select asked.id, min(reply.instant) as anyone, min(reply.day) as anyone_day,
    min(case when reply.role = 'staff' then reply.instant end) as staff,
    min(case when reply.role = 'staff' then reply.day end) as staff_day,
    min(case when reply.role = 'person' then reply.instant end) as person,
    min(case when reply.role = 'person' then reply.day end) as person_day
  from fact_thread asked
  join fact_reply reply on reply.thread_id = asked.id
  where reply.role in ('person', 'staff') and reply.member_id <> asked.member_id
  group by asked.id
) answered on answered.id = opened.id;
