-- The course: why the community exists, what it should move, and what of it is measured.

-- What the community is for, as one text. Versions stay; the sponsor confirms one, and is asked again each half-year.
create table vision (
  workspace_id uuid not null references workspace (id) on delete cascade,
  number integer not null check (number > 0),
  text text not null check (length(text) between 1 and 4000),
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (workspace_id, number),
  foreign key (workspace_id, written_by) references colleague (workspace_id, id)
);
create table vision_confirmation (
  workspace_id uuid not null,
  id uuid not null,
  number integer not null,
  confirmed_by uuid not null,
  confirmed_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, number) references vision (workspace_id, number) on delete cascade,
  foreign key (workspace_id, confirmed_by) references colleague (workspace_id, id)
);

create table objective (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  title text not null check (length(title) between 1 and 160),
  -- Why it matters to the organisation.
  reason text not null check (length(reason) between 1 and 2000),
  kind text not null
    check (kind in ('support', 'product', 'acquisition', 'contribution', 'engagement', 'success', 'own')),
  own_kind text check (length(own_kind) between 1 and 80),
  sponsor_id uuid,
  owner_id uuid not null,
  horizon date not null,
  state text not null default 'draft' check (state in ('draft', 'live', 'reached', 'missed', 'dropped')),
  -- Why it was dropped, or what was learnt at its end.
  why text check (length(why) between 1 and 2000),
  version integer not null default 1,
  made_by uuid not null,
  made_at timestamptz not null,
  live_at timestamptz,
  ended_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, sponsor_id) references colleague (workspace_id, id),
  foreign key (workspace_id, owner_id) references colleague (workspace_id, id),
  foreign key (workspace_id, made_by) references colleague (workspace_id, id),
  check ((kind = 'own') = (own_kind is not null))
);
create index on objective (workspace_id, state);

-- A figure of the registry, in a slice, that should go from its measured baseline to its target by a day.
create table key_result (
  workspace_id uuid not null,
  id uuid not null,
  objective_id uuid not null,
  figure text not null,
  -- The slice in the words of the figures' own query; empty: the whole community.
  slice jsonb not null default '{}',
  -- Days of the window it is measured over, each time.
  span_days integer not null check (span_days between 1 and 400),
  baseline double precision not null,
  baseline_low double precision,
  baseline_high double precision,
  baseline_from date not null,
  baseline_until date not null check (baseline_until > baseline_from),
  target double precision not null,
  due date not null,
  version integer not null default 1,
  made_by uuid not null,
  made_at timestamptz not null,
  dropped_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, objective_id) references objective (workspace_id, id) on delete cascade,
  foreign key (workspace_id, made_by) references colleague (workspace_id, id),
  check (target <> baseline)
);
create index on key_result (workspace_id, objective_id);

-- What it was on a day: measured, never typed. Without a value the state says why.
create table key_result_reading (
  workspace_id uuid not null,
  key_result_id uuid not null,
  day date not null,
  taken_at timestamptz not null,
  value double precision,
  low double precision,
  high double precision,
  -- Why there is no value, in the words of the figures' own answer; null with a value.
  missing text,
  primary key (workspace_id, key_result_id, day),
  foreign key (workspace_id, key_result_id) references key_result (workspace_id, id) on delete cascade,
  check ((value is null) = (missing is not null))
);
