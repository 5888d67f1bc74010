-- Seconds beside instants, so that times are compared as numbers, and the span of each place.

-- A function in SQL would be written out into queries, and what it is made of is not known to leak nothing: behind the walls
-- between workspaces the indexes on it would not serve.
create or replace function name_words(name text) returns tsvector
  language plpgsql immutable strict parallel safe as $$
begin
  return to_tsvector('pg_catalog.simple', regexp_replace(public.folded(lower(left(name, 500))), '[^[:alnum:]]+', ' ', 'g'));
end $$;

-- Said again: a function that is replaced forgets it.
do $$
begin
  if (select rolsuper from pg_roles where rolname = current_user) then
    alter function name_words(text) leakproof;
  end if;
end $$;

create or replace view fact_opened with (security_invoker = true) as
select opened.id, opened.place_id, opened.channel_id, opened.member_id, opened.role, opened.instant, opened.day,
  opened.local_day, opened.language, opened.kind, about.topics, answered.anyone, answered.anyone_day, answered.staff,
  answered.staff_day, answered.person, answered.person_day,
  extract(epoch from opened.instant)::double precision as second,
  extract(epoch from answered.anyone)::double precision as anyone_second,
  extract(epoch from answered.staff)::double precision as staff_second,
  extract(epoch from answered.person)::double precision as person_second
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

-- From when to when something happened in each place: instants, and bare days.
create view fact_span with (security_invoker = true) as
select seen.place_id, min(seen.instant) as first_instant, max(seen.instant) as last_instant, min(seen.day) as first_day,
  max(seen.day) as last_day
from (
  select written.place_id, written.instant, written.day from plain_message written where written.counts
  union all
  select given.place_id, given.instant, given.day from plain_reaction given
  where given.count > 0 and given.identity_id is not null and (given.instant is not null or given.day is not null)
) seen
group by seen.place_id;
