-- What the community brings in and costs, in ranges. A version is never changed; the newest one stands.

create table value_version (
  workspace_id uuid not null references workspace (id) on delete cascade,
  number integer not null check (number > 0),
  -- Currency, years, discount rate, lines and scenarios, as one document: it is read and compared as a whole.
  sheet jsonb not null,
  -- Why it was changed, if that was said.
  why text check (length(why) between 1 and 2000),
  -- Null: the house itself, for the demonstration.
  made_by uuid,
  made_at timestamptz not null,
  primary key (workspace_id, number),
  foreign key (workspace_id, made_by) references colleague (workspace_id, id)
);

-- Somebody went through a version and found that it still stands.
create table value_review (
  workspace_id uuid not null,
  id uuid not null,
  number integer not null,
  note text check (length(note) between 1 and 2000),
  reviewed_by uuid not null,
  reviewed_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, number) references value_version (workspace_id, number) on delete cascade,
  foreign key (workspace_id, reviewed_by) references colleague (workspace_id, id)
);
