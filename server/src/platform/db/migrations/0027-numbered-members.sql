-- Members as figures know them: `member_id` is what facts call a member by, `id` who he is. Here they are the same; the copy
-- calls members by small numbers, which are counted and compared several times as quickly.

create view fact_member with (security_invoker = true) as
select one.id as member_id, one.id, one.kind, one.merged_into
from plain_member one;

create view fact_affiliation with (security_invoker = true) as
select belongs.member_id, belongs.organisation, belongs.from_day, belongs.until_day
from plain_affiliation belongs;

-- `account_id`: what facts call the account by where each counts for itself.
create or replace view fact_account with (security_invoker = true) as
with recursive up (id, root) as (
  select below.id, below.merged_into from plain_member below where below.merged_into is not null
  union
  select up.id, above.merged_into from up join plain_member above on above.id = up.root
  where above.merged_into is not null
),
kept (id, root) as (
  select up.id, up.root from up join plain_member above on above.id = up.root where above.merged_into is null
)
select account.id as identity_id, account.place_id, account.instant, account.day, person.id as member_id,
  person.kind as role, account.id as account_id
from plain_identity account
left join kept on kept.id = account.member_id
join plain_member person on person.id = coalesce(kept.root, account.member_id);
