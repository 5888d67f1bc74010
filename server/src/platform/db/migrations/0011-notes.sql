-- What people write beside the course of a figure: a day, and what happened then. Everybody in the workspace reads it.
create table figure_note (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  day date not null,
  text text not null check (length(text) between 1 and 500),
  author_id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, author_id) references colleague (workspace_id, id)
);
create index on figure_note (workspace_id, day);
