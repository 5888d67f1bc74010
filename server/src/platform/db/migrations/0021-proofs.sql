-- Expectations written before an action, and what became of them.

create table proof (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  title text not null check (length(title) between 1 and 200),
  mandate_id uuid,
  -- {figure, slice, direction, size, sizeIn, base, matters, startDay, weeks, design, controls, events, consent, seed}
  expects jsonb not null,
  -- SHA-256 over what is expected, as the record keeps it from the day it was written.
  fingerprint text not null check (length(fingerprint) = 64),
  -- Of `expects`, to be searched: from (in) until (out), and the day its verdict comes.
  figure text not null,
  start_day date not null,
  until_day date not null check (until_day > start_day),
  due_day date not null check (due_day >= until_day),
  -- Null: the house itself, in a demonstration.
  made_by uuid,
  made_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_why text check (length(withdrawn_why) between 1 and 2000),
  verdict text check (verdict in ('effect_up', 'effect_down', 'no_material_change', 'cannot_tell', 'not_enough_data')),
  judged_at timestamptz,
  -- The weeks the verdict was made from, what was to be expected, the range, the replay, what else happened.
  outcome jsonb,
  version integer not null default 1,
  primary key (workspace_id, id),
  foreign key (workspace_id, mandate_id) references mandate (workspace_id, id),
  foreign key (workspace_id, made_by) references colleague (workspace_id, id),
  check ((withdrawn_at is null) = (withdrawn_why is null)),
  check ((verdict is null) = (judged_at is null)),
  check ((verdict is null) = (outcome is null))
);
create index on proof (workspace_id, due_day);
create index on proof (workspace_id, figure, start_day);
-- A mandate has one proof that stands; those that were withdrawn stay.
create unique index on proof (workspace_id, mandate_id) where mandate_id is not null and withdrawn_at is null;

-- What was written before the action is never written again, whoever asks.
create function proof_stays() returns trigger language plpgsql as $$
begin
  if (new.id, new.title, new.mandate_id, new.expects, new.fingerprint, new.figure, new.start_day, new.until_day,
      new.due_day, new.made_by, new.made_at)
    is distinct from (old.id, old.title, old.mandate_id, old.expects, old.fingerprint, old.figure, old.start_day,
      old.until_day, old.due_day, old.made_by, old.made_at)
  then
    raise exception 'what a proof expects is never changed';
  end if;
  return new;
end $$;
create trigger proof_stays before update on proof for each row execute function proof_stays();

-- Something else that happened, which the pilot says is no reason to doubt: kept with his words.
create table proof_clearing (
  workspace_id uuid not null,
  id uuid not null,
  proof_id uuid not null,
  -- Which event, by its kind and its day or its id.
  event text not null check (length(event) between 1 and 200),
  why text not null check (length(why) between 1 and 2000),
  by_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, proof_id, event),
  foreign key (workspace_id, proof_id) references proof (workspace_id, id) on delete cascade,
  foreign key (workspace_id, by_id) references colleague (workspace_id, id)
);

-- Newcomers drawn into those greeted now and those greeted later, each as he arrived; analysed as drawn.
create table proof_draw (
  workspace_id uuid not null,
  proof_id uuid not null,
  -- Not a foreign key: who was drawn stays drawn, whatever becomes of his accounts.
  member_id uuid not null,
  arm text not null check (arm in ('now', 'later')),
  -- Day of his first contribution, in the workspace's zone.
  arrived_on date not null,
  drawn_at timestamptz not null,
  primary key (workspace_id, proof_id, member_id),
  foreign key (workspace_id, proof_id) references proof (workspace_id, id) on delete cascade
);

-- What judges a mandate once it is done; null: the pilot.
alter table mandate add column proof_id uuid;
