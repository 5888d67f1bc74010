-- What figures read. Two layers, both without `workspace_id`, so that one SQL text runs on PostgreSQL and on the read
-- model, which has tables of the same names as the first layer and the very same views as the second.
-- Column `instant` is what tables call `at`, a word the other engine keeps for itself.

-- First layer: one workspace's rows in plain columns. `changed` is what the read model follows.
create view plain_place with (security_invoker = true) as
select place.id,
  (place.gives ->> 'threads')::boolean as has_threads,
  (place.gives ->> 'replies')::boolean as has_replies,
  (place.gives ->> 'hours')::boolean as has_hours,
  place.changed
from place
where place.workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid;

create view plain_channel with (security_invoker = true) as
select channel.id, channel.place_id, channel.changed
from channel
where channel.workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid;

create view plain_member with (security_invoker = true) as
select member.id, member.kind, member.merged_into, member.changed
from member
where member.workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid;

create view plain_identity with (security_invoker = true) as
select identity.id, identity.place_id, identity.member_id, identity.joined_at as instant, identity.joined_day as day,
  identity.changed
from identity
where identity.workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid;

-- A message hidden or withdrawn counts nowhere; those of an erased person keep counting, without words or name.
create view plain_message with (security_invoker = true) as
select message.id, message.place_id, message.channel_id, message.thread_id, message.identity_id, message.opens,
  message.at as instant, message.day, message.position, message.reply_to_id,
  message.state in ('shown', 'erased') as counts, message.changed
from message
where message.workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid;

create view plain_reaction with (security_invoker = true) as
select reaction.id, reaction.place_id, reaction.message_id, reaction.identity_id, reaction.count,
  reaction.at as instant, reaction.day, reaction.changed
from reaction
where reaction.workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid;

-- Second layer. Its texts stand a second time in platform/projection/relations.ts; a test holds them together.

-- Whose account it is: the member at the end of the merges. A person is the merged member.
create view fact_account with (security_invoker = true) as
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
  person.kind as role
from plain_identity account
left join kept on kept.id = account.member_id
join plain_member person on person.id = coalesce(kept.root, account.member_id);

-- One dated fact by one member: a message that opens or stands alone (posted), one that comes after (replied), a
-- reaction (reacted), an arrival (joined). Exactly one of `instant` and `day`. `inferred`: not said by the place.
create view fact_activity with (security_invoker = true) as
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
where account.instant is not null or account.day is not null;

-- A thread whose opening is known and still stands. Where two messages claim to open it, the first does.
create view fact_thread with (security_invoker = true) as
select opening.thread_id as id, opening.place_id, opening.channel_id, account.member_id, account.role,
  opening.instant, opening.day
from (
  select claimed.thread_id, claimed.place_id, claimed.channel_id, claimed.identity_id, claimed.instant, claimed.day,
    claimed.counts,
    row_number() over (
      partition by claimed.thread_id order by claimed.instant, claimed.day, claimed.position, claimed.id
    ) as rank
  from plain_message claimed
  where claimed.opens and claimed.thread_id is not null
) opening
join fact_account account on account.identity_id = opening.identity_id
where opening.rank = 1 and opening.counts;

-- Rows that were deleted, so that the read model forgets them too. Those of a deleted place are not listed: there may
-- be millions, and its absence says it.
create table fact_gone (
  workspace_id uuid not null references workspace (id) on delete cascade,
  relation text not null,
  id uuid not null,
  changed xid8 not null default pg_current_xact_id(),
  primary key (workspace_id, relation, id)
);
create index on fact_gone (workspace_id, changed);

create function note_gone() returns trigger language plpgsql as $$
begin
  insert into fact_gone (workspace_id, relation, id)
  select gone.workspace_id, tg_table_name, gone.id
  from gone
  where exists (select from workspace where workspace.id = gone.workspace_id)
  on conflict (workspace_id, relation, id) do update set changed = pg_current_xact_id();
  return null;
end $$;

create function note_gone_from_place() returns trigger language plpgsql as $$
begin
  insert into fact_gone (workspace_id, relation, id)
  select gone.workspace_id, tg_table_name, gone.id
  from gone
  where exists (select from place where place.workspace_id = gone.workspace_id and place.id = gone.place_id)
  on conflict (workspace_id, relation, id) do update set changed = pg_current_xact_id();
  return null;
end $$;

create trigger gone after delete on member
  referencing old table as gone for each statement execute function note_gone();
create trigger gone after delete on channel
  referencing old table as gone for each statement execute function note_gone_from_place();
create trigger gone after delete on identity
  referencing old table as gone for each statement execute function note_gone_from_place();
create trigger gone after delete on message
  referencing old table as gone for each statement execute function note_gone_from_place();
create trigger gone after delete on reaction
  referencing old table as gone for each statement execute function note_gone_from_place();
