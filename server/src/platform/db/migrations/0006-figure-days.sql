-- What most figures are counted from: days of the workspace's zone instead of instants, openings instead of all that was
-- written. On PostgreSQL these are views; the read model keeps the two of the middle layer as tables, because a zone is
-- slow to apply to millions of instants. Their texts stand a second time in platform/projection/relations.ts.

create view plain_zone with (security_invoker = true) as
select workspace.zone
from workspace
where workspace.id = nullif(current_setting('app.workspace_id', true), '')::uuid;

-- Middle layer: what follows from messages and the zone alone, whoever the accounts belong to.

create view account_day with (security_invoker = true) as
select written.identity_id, written.place_id, written.channel_id,
  coalesce(written.day, (written.instant at time zone (select plain_zone.zone from plain_zone))::date) as day,
  count(case when written.opens or (written.thread_id is null and written.reply_to_id is null) then 1 end)::int as posts,
  count(case when written.opens or (written.thread_id is null and written.reply_to_id is null) then null else 1 end)::int
    as replies
from plain_message written
where written.counts
group by 1, 2, 3, 4;

create view thread_opening with (security_invoker = true) as
select opening.thread_id, opening.place_id, opening.channel_id, opening.identity_id, opening.instant, opening.day,
  opening.local_day, opening.counts
from (
  select claimed.thread_id, claimed.place_id, claimed.channel_id, claimed.identity_id, claimed.instant, claimed.day,
    coalesce(claimed.day, (claimed.instant at time zone (select plain_zone.zone from plain_zone))::date) as local_day,
    claimed.counts,
    row_number() over (
      partition by claimed.thread_id order by claimed.instant, claimed.day, claimed.position, claimed.id
    ) as rank
  from plain_message claimed
  where claimed.opens and claimed.thread_id is not null
) opening
where opening.rank = 1;

-- How many contributions a member made on a day in a channel: posts, and replies.
create view fact_day with (security_invoker = true) as
select spent.place_id, spent.channel_id, account.member_id, account.role, spent.day, spent.posts, spent.replies
from account_day spent
join fact_account account on account.identity_id = spent.identity_id;

-- A thread whose opening is known and still stands. Where two messages claim to open it, the first does.
drop view fact_thread;
create view fact_thread with (security_invoker = true) as
select opening.thread_id as id, opening.place_id, opening.channel_id, account.member_id, account.role,
  opening.instant, opening.day, opening.local_day
from thread_opening opening
join fact_account account on account.identity_id = opening.identity_id
where opening.counts;

-- What came after in a thread.
create view fact_reply with (security_invoker = true) as
select written.thread_id, account.member_id, account.role, written.instant, written.day
from plain_message written
join fact_account account on account.identity_id = written.identity_id
where written.counts and not written.opens and written.thread_id is not null;
