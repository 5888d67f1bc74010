-- What the pilot asks of the field, and what the field does.

create table mandate (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  objective_id uuid not null,
  intention text not null check (length(intention) between 1 and 300),
  -- For whom: {segment, channels}; neither: everybody.
  audience jsonb not null default '{"channels": []}',
  -- What the field decides alone.
  freedom text not null check (length(freedom) between 1 and 2000),
  effort_hours double precision not null check (effort_hours > 0 and effort_hours <= 5000),
  -- From (in) until (out), days of the workspace.
  from_day date not null,
  until_day date not null check (until_day > from_day),
  -- What would show that it worked: {figure, slice, direction, size}; kept as it is once given. Null: nothing to prove.
  expects jsonb,
  host_id uuid not null,
  -- Said by the pilot once it is done; 'cannot_tell' is one.
  verdict text check (verdict in ('shown', 'not_shown', 'cannot_tell')),
  state text not null default 'draft'
    check (state in ('draft', 'given', 'accepted', 'discussed', 'active', 'done', 'judged', 'withdrawn')),
  -- Which acts found in the data are proposed for it; nothing in any of the lists: none.
  rule jsonb not null default '{"channels": [], "labels": [], "authors": []}',
  version integer not null default 1,
  made_by uuid not null,
  made_at timestamptz not null,
  given_at timestamptz,
  answered_at timestamptz,
  ended_at timestamptz,
  check ((state = 'judged') = (verdict is not null)),
  primary key (workspace_id, id),
  foreign key (workspace_id, objective_id) references objective (workspace_id, id),
  foreign key (workspace_id, host_id) references colleague (workspace_id, id),
  foreign key (workspace_id, made_by) references colleague (workspace_id, id)
);
create index on mandate (workspace_id, objective_id);
create index on mandate (workspace_id, state, until_day);
create index on mandate (workspace_id, host_id);

-- What was said while it was discussed, and the text it had then: each version is kept.
create table mandate_word (
  workspace_id uuid not null,
  id uuid not null,
  mandate_id uuid not null,
  by_id uuid not null,
  at timestamptz not null,
  text text not null check (length(text) between 1 and 2000),
  -- The mandate's text when this was said, where it changed with it.
  before jsonb,
  primary key (workspace_id, id),
  foreign key (workspace_id, mandate_id) references mandate (workspace_id, id) on delete cascade,
  foreign key (workspace_id, by_id) references colleague (workspace_id, id)
);
create index on mandate_word (workspace_id, mandate_id, at);

-- A piece of work of the field: found in the data (message_id) or written down by hand.
create table action (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  kind text not null check (kind in ('reply', 'publication', 'event', 'call', 'thanks', 'welcome', 'other')),
  -- What it serves: a mandate, keeping the house (a legitimate choice), or neither.
  tie text not null check (tie in ('mandate', 'house', 'offplan')),
  mandate_id uuid,
  -- Not a foreign key: what was done stays done when its message is withdrawn.
  message_id uuid,
  day date not null,
  minutes integer check (minutes between 1 and 6000),
  note text check (length(note) between 1 and 1000),
  -- Who did it: a colleague (by hand), or a member of the team (found in the data).
  done_by uuid,
  done_by_member uuid,
  sorted_by uuid not null,
  sorted_at timestamptz not null,
  version integer not null default 1,
  primary key (workspace_id, id),
  unique (workspace_id, message_id),
  foreign key (workspace_id, mandate_id) references mandate (workspace_id, id),
  foreign key (workspace_id, done_by) references colleague (workspace_id, id),
  foreign key (workspace_id, sorted_by) references colleague (workspace_id, id),
  check ((tie = 'mandate') = (mandate_id is not null)),
  check (message_id is not null or done_by is not null)
);
create index on action (workspace_id, day);
create index on action (workspace_id, mandate_id) where mandate_id is not null;
