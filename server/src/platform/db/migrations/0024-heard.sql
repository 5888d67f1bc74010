-- What is read of signals and of their evidence, kept beside them so that reading them does not go through all messages.

-- What similar signals are found by in the line of a signal, kept as for its evidence: by the stems of either language,
-- since nobody says in which one a line is written.
alter table signal add column search tsvector
  generated always as (search_vector('fr', line) || search_vector('en', line)) stored;

-- The account a message was written with, and whom it belongs to now: merges and their undoing are followed. Null once
-- the account is gone; whom the author of then has become is then looked for.
alter table evidence add column identity_id uuid, add column heard_id uuid;
update evidence set identity_id = identity.id, heard_id = identity.member_id
from message
join identity on identity.workspace_id = message.workspace_id and identity.id = message.identity_id
where message.workspace_id = evidence.workspace_id and message.id = evidence.message_id;
create index on evidence (workspace_id, identity_id);
create index on member (workspace_id, id, merged_into) where merged_into is not null;
create index on signal (workspace_id, mandate_id) where mandate_id is not null;

-- The account is held: whoever merges it at the same instant waits, and then finds the evidence to move.
create function evidence_heard() returns trigger language plpgsql as $$
begin
  select identity.id, identity.member_id into new.identity_id, new.heard_id
  from message
  join identity on identity.workspace_id = message.workspace_id and identity.id = message.identity_id
  where message.workspace_id = new.workspace_id and message.id = new.message_id
  for share of identity;
  return new;
end $$;
create trigger heard before insert on evidence for each row execute function evidence_heard();

create function identity_moved() returns trigger language plpgsql as $$
begin
  update evidence set heard_id = new.member_id
  where evidence.workspace_id = new.workspace_id and evidence.identity_id = new.id;
  return null;
end $$;
create trigger moved after update of member_id on identity for each row
  when (new.member_id <> old.member_id) execute function identity_moved();

create function identity_gone() returns trigger language plpgsql as $$
begin
  update evidence set identity_id = null, heard_id = null
  where evidence.workspace_id = old.workspace_id and evidence.identity_id = old.id;
  return null;
end $$;
create trigger gone_from_evidence after delete on identity for each row execute function identity_gone();
