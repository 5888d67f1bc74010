-- Members as figures know them: `member_id` is what facts call a member by, `id` who he is. Here they are the same; the copy
-- calls members by small numbers, which are counted and compared several times as quickly.

create view fact_member with (security_invoker = true) as
select one.id as member_id, one.id, one.kind, one.merged_into
from plain_member one;

create view fact_affiliation with (security_invoker = true) as
select belongs.member_id, belongs.organisation, belongs.from_day, belongs.until_day
from plain_affiliation belongs;
