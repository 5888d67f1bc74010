-- What figures are cut by: language, kind of thread, theme, and who answered whom. Their texts stand a second time in
-- platform/projection/relations.ts.

create or replace view thread_opening with (security_invoker = true) as
select opening.thread_id, opening.place_id, opening.channel_id, opening.identity_id, opening.instant, opening.day,
  opening.local_day, opening.counts, opening.language
from (
  select claimed.thread_id, claimed.place_id, claimed.channel_id, claimed.identity_id, claimed.instant, claimed.day,
    coalesce(claimed.day, (claimed.instant at time zone (select plain_zone.zone from plain_zone))::date) as local_day,
    claimed.counts, claimed.language,
    row_number() over (
      partition by claimed.thread_id order by claimed.instant, claimed.day, claimed.position, claimed.id
    ) as rank
  from plain_message claimed
  where claimed.opens and claimed.thread_id is not null
) opening
where opening.rank = 1;

-- `kind`: null where the thread was not read.
create or replace view fact_thread with (security_invoker = true) as
select opening.thread_id as id, opening.place_id, opening.channel_id, account.member_id, account.role,
  opening.instant, opening.day, opening.local_day, opening.language, reading.kind
from thread_opening opening
join fact_account account on account.identity_id = opening.identity_id
left join plain_thread_reading reading on reading.id = opening.thread_id
where opening.counts;

-- A contribution: the day in the workspace's zone, the language of its words, its thread's kind.
create view fact_message with (security_invoker = true) as
select written.id, written.place_id, written.channel_id, written.thread_id, account.member_id, account.role,
  coalesce(written.day, (written.instant at time zone (select plain_zone.zone from plain_zone))::date) as day,
  written.language, reading.kind, written.instant
from plain_message written
join fact_account account on account.identity_id = written.identity_id
left join plain_thread_reading reading on reading.id = written.thread_id
where written.counts;

-- Who answered whom: the author of the message replied to where that is known and still stands, else whoever opened the
-- thread. Nobody answers himself.
create view fact_answer with (security_invoker = true) as
select written.place_id, written.channel_id, written.thread_id, author.member_id as from_member,
  author.role as from_role, asker.member_id as to_member, asker.role as to_role,
  coalesce(written.day, (written.instant at time zone (select plain_zone.zone from plain_zone))::date) as day,
  written.language, reading.kind
from plain_message written
join fact_account author on author.identity_id = written.identity_id
left join plain_message answered on answered.id = written.reply_to_id and answered.counts
left join thread_opening opening on opening.thread_id = written.thread_id and opening.counts
join fact_account asker on asker.identity_id = coalesce(answered.identity_id, opening.identity_id)
left join plain_thread_reading reading on reading.id = written.thread_id
where written.counts and not written.opens and asker.member_id <> author.member_id;

-- What a thread is about, by the theme at the end of the merges.
create view fact_theme with (security_invoker = true) as
with recursive up (id, root) as (
  select below.id, below.merged_into from plain_theme below where below.merged_into is not null
  union
  select up.id, above.merged_into from up join plain_theme above on above.id = up.root
  where above.merged_into is not null
),
kept (id, root) as (
  select up.id, up.root from up join plain_theme above on above.id = up.root where above.merged_into is null
)
select distinct about.thread_id, coalesce(kept.root, about.theme_id) as theme_id
from plain_thread_theme about
left join kept on kept.id = about.theme_id;
