-- The rocket check: thresholds that differ from the house's own, what was found each month, and the charter.

create table check_threshold (
  workspace_id uuid not null references workspace (id) on delete cascade,
  indicator text not null,
  in_place double precision not null,
  missing double precision not null,
  why text not null check (length(why) between 1 and 1000),
  set_by uuid not null,
  set_at timestamptz not null,
  version integer not null default 1,
  primary key (workspace_id, indicator),
  foreign key (workspace_id, set_by) references colleague (workspace_id, id)
);

-- The check as it stood at the end of a month ('YYYY-MM-01'), kept as it was said then.
create table check_month (
  workspace_id uuid not null references workspace (id) on delete cascade,
  month date not null,
  taken_at timestamptz not null,
  answer jsonb not null,
  primary key (workspace_id, month)
);

-- Who holds which responsibility: a function or one person, each with one letter.
create table charter_holding (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  responsibility text not null,
  function text,
  colleague_id uuid,
  letter text not null check (letter in ('R', 'A', 'C', 'I')),
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (workspace_id, id),
  unique nulls not distinct (workspace_id, responsibility, function, colleague_id),
  foreign key (workspace_id, colleague_id) references colleague (workspace_id, id),
  foreign key (workspace_id, set_by) references colleague (workspace_id, id),
  check ((function is null) <> (colleague_id is null))
);
