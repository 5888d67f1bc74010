/** Views that are the same on both engines; the words of the migrations. */
export const SHARED_VIEWS: Readonly<Record<string, string>> = {
  fact_activity: `
select written.id,
  case when written.opens or (written.thread_id is null and written.reply_to_id is null) then 'posted' else 'replied' end
    as kind,
  written.place_id, written.channel_id, written.thread_id, written.identity_id, account.member_id, account.role,
  written.instant, written.day, false as inferred
from plain_message written
join fact_account account on account.identity_id = written.identity_id
where written.counts
union all
select given.id, 'reacted' as kind, given.place_id, about.channel_id, about.thread_id, given.identity_id,
  account.member_id, account.role, given.instant, given.day, false as inferred
from plain_reaction given
join fact_account account on account.identity_id = given.identity_id
left join plain_message about on about.id = given.message_id
where given.count > 0 and (given.instant is not null or given.day is not null)
union all
select account.identity_id as id, 'joined' as kind, account.place_id, null as channel_id, null as thread_id,
  account.identity_id, account.member_id, account.role, account.instant, account.day, false as inferred
from fact_account account
where account.instant is not null or account.day is not null`,
  fact_thread: `
select opening.thread_id as id, opening.place_id, opening.channel_id, account.member_id, account.role,
  opening.instant, opening.day, opening.local_day, opening.language, reading.kind
from thread_opening opening
join fact_account account on account.identity_id = opening.identity_id
left join plain_thread_reading reading on reading.id = opening.thread_id
where opening.counts`,
  fact_reply: `
select written.thread_id, account.member_id, account.role, written.instant, written.day
from plain_message written
join fact_account account on account.identity_id = written.identity_id
where written.counts and not written.opens and written.thread_id is not null`,
  fact_message: `
select written.id, written.place_id, written.channel_id, written.thread_id, account.member_id, account.role,
  written.local_day as day, written.language, reading.kind, written.instant
from plain_message written
join fact_account account on account.identity_id = written.identity_id
left join plain_thread_reading reading on reading.id = written.thread_id
where written.counts`,
  fact_theme: `
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
left join kept on kept.id = about.theme_id`,
  fact_mention: `
with recursive up (id, root) as (
  select below.id, below.merged_into from plain_theme below where below.merged_into is not null
  union
  select up.id, above.merged_into from up join plain_theme above on above.id = up.root
  where above.merged_into is not null
),
kept (id, root) as (
  select up.id, up.root from up join plain_theme above on above.id = up.root where above.merged_into is null
)
select distinct about.message_id, coalesce(kept.root, about.theme_id) as theme_id
from plain_message_theme about
left join kept on kept.id = about.theme_id`,
};

/**
 * Nobody answers himself. Said bare, the engine takes it for a way to join and sets every account beside every other.
 */
const NOT_HIMSELF = 'coalesce(author.member <> asker.member, false)';

/**
 * Views of the copy that give what views of the same names give on PostgreSQL, from the tables of tables.ts. That both
 * give the same is proven over what they hold, not over their words.
 */
export const COPY_VIEWS: Readonly<Record<string, string>> = {
  fact_member: `
select key.n as member_id, one.id, one.kind, one.merged_into
from plain_member one
join member_key key on key.member_id = one.id`,
  fact_affiliation: `
select key.n as member_id, belongs.organisation, belongs.from_day, belongs.until_day
from plain_affiliation belongs
join member_key key on key.member_id = belongs.member_id`,
  // Accounts are numbered below zero: none of them is taken for a member.
  fact_account: `
select account.identity_id, account.place_id, account.instant, account.day, account.member as member_id,
  account.role, -1 - account.n as account_id
from account`,
  account_day: `
select account.identity_id, cell.place_id, cell.channel_id, spent.day, sum(spent.posts)::int as posts,
  sum(spent.replies)::int as replies
from spent
join account on account.n = spent.account
join cell on cell.n = spent.cell
group by 1, 2, 3, 4`,
  thread_opening: `
select opened.thread_id, opened.place_id, opened.channel_id, opened.identity_id, opened.instant, opened.day,
  opened.local_day, opened.counts, opened.language
from opened`,
  fact_day: `
select cell.place_id, cell.channel_id, spent.member as member_id, spent.role, spent.day, spent.posts, spent.replies
from spent
join cell on cell.n = spent.cell`,
  fact_lived: 'select lived.member as member_id, lived.role, lived.day, lived.n from lived',
  fact_spent: `
select cell.place_id, cell.channel_id, spent.member as member_id, spent.role, spent.day, spent.posts + spent.replies as n,
  cell.language, cell.kind, cell.topics
from spent
join cell on cell.n = spent.cell`,
  fact_opened: `
select opened.thread_id as id, opened.place_id, opened.channel_id, opened.member as member_id, opened.role, opened.instant,
  opened.day, opened.local_day, opened.language, opened.kind, opened.topics, opened.anyone, opened.anyone_day,
  opened.staff, opened.staff_day, opened.person, opened.person_day, opened.second, opened.anyone_second,
  opened.staff_second, opened.person_second
from opened
where opened.counts and opened.member is not null`,
  fact_span: 'select * from span',
  fact_met: `
select case when answered.has_thread then answered.key end as thread_id, author.member as from_member,
  author.role as from_role, asker.member as to_member, asker.role as to_role, answered.day
from answered
join account author on author.n = answered.from_account
join account asker on asker.n = answered.to_account
where ${NOT_HIMSELF}`,
  fact_answer: `
select cell.place_id, cell.channel_id, case when answered.has_thread then answered.key end as thread_id,
  author.member as from_member, author.role as from_role, asker.member as to_member, asker.role as to_role,
  answered.day, cell.language, cell.kind, cell.topics
from answered
join account author on author.n = answered.from_account
join account asker on asker.n = answered.to_account
join cell on cell.n = answered.cell
where ${NOT_HIMSELF}`,
};
