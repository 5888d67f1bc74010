-- What a key result was expected to be on its day, each time a week was over; and what it was then.

create table key_result_forecast (
  workspace_id uuid not null,
  key_result_id uuid not null,
  -- The last day that was known.
  day date not null,
  made_at timestamptz not null,
  -- The last day of the window it speaks of: the last week that is over on the key result's day.
  aim_day date not null check (aim_day > day),
  -- How many weeks it was made from.
  weeks integer not null check (weeks >= 0),
  target double precision not null,
  wanted text not null check (wanted in ('at_least', 'at_most')),
  -- All null where nothing can be said; then the reason is told.
  median double precision,
  low50 double precision,
  high50 double precision,
  low80 double precision,
  high80 double precision,
  low95 double precision,
  high95 double precision,
  -- Of the target; null with fewer than thirteen weeks.
  chance double precision check (chance between 0 and 1),
  -- Some days on the way: [{day, median, low, high}].
  fan jsonb not null default '[]',
  missing text,
  -- What came; looked for until it is scored. Scored without a value: it could not be measured.
  came double precision,
  scored_at timestamptz,
  primary key (workspace_id, key_result_id, day),
  foreign key (workspace_id, key_result_id) references key_result (workspace_id, id) on delete cascade,
  check ((median is null) = (missing is not null)),
  check (came is null or scored_at is not null)
);
create index on key_result_forecast (workspace_id, aim_day) where scored_at is null and missing is null;
