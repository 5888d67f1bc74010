-- Which message says a word of which theme: what mentions, persons and growth of a theme are counted from. A thread has a
-- theme when enough of it is about it; a message mentions one whatever its thread is about.
create table message_theme (
  workspace_id uuid not null,
  message_id uuid not null,
  theme_id uuid not null,
  place_id uuid not null,
  id uuid not null generated always as (md5(message_id::text || theme_id::text)::uuid) stored,
  changed xid8 not null default pg_current_xact_id(),
  primary key (workspace_id, message_id, theme_id),
  unique (workspace_id, id),
  foreign key (workspace_id, place_id) references place (workspace_id, id) on delete cascade,
  foreign key (workspace_id, theme_id) references theme (workspace_id, id) on delete cascade
);

-- Threads a person took out of a theme: its words do not bring them back.
create table thread_theme_out (
  workspace_id uuid not null,
  thread_id uuid not null,
  theme_id uuid not null,
  place_id uuid not null,
  primary key (workspace_id, thread_id, theme_id),
  foreign key (workspace_id, place_id) references place (workspace_id, id) on delete cascade,
  foreign key (workspace_id, theme_id) references theme (workspace_id, id) on delete cascade
);

-- `written`: each of its terms as people write it, in the same order. `held`: a person shaped it, its terms stay as they
-- are when themes are looked for again. `split_from`: where a person took its terms from.
alter table theme add column written text[] not null default '{}';
alter table theme add column held boolean not null default false;
alter table theme add column split_from uuid;

-- Reading all texts of a workspace again: how often it was asked for, up to which of these it is done, how far it is.
create table understanding (
  workspace_id uuid primary key references workspace (id) on delete cascade,
  asked integer not null default 1,
  done integer not null default 0,
  step text check (step in ('listening', 'reading')),
  read bigint not null default 0,
  total bigint not null default 0,
  started_at timestamptz,
  finished_at timestamptz
);

create index on message_theme (workspace_id, place_id);
create index on message_theme (workspace_id, theme_id);
create index on thread_theme_out (workspace_id, place_id);
create index on thread_theme_out (workspace_id, theme_id);
create index on message_theme (workspace_id, changed);

create trigger changed before update on message_theme for each row execute function mark_changed();
create trigger gone after delete on message_theme
  referencing old table as gone for each statement execute function note_reading_gone('id');

create function forget_mentions() returns trigger language plpgsql as $$
begin
  delete from message_theme where message_theme.workspace_id = new.workspace_id and message_theme.message_id = new.id;
  if new.opens and new.thread_id is not null then
    delete from thread_theme_out
    where thread_theme_out.workspace_id = new.workspace_id and thread_theme_out.thread_id = new.thread_id;
  end if;
  return null;
end $$;

create trigger mentions after update of state on message for each row
  when (new.state = 'erased' and old.state <> 'erased') execute function forget_mentions();

create view plain_message_theme with (security_invoker = true) as
select about.id, about.place_id, about.message_id, about.theme_id, about.changed
from message_theme about
where about.workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid;

-- Its text stands a second time in platform/projection/relations.ts.
create view fact_mention with (security_invoker = true) as
with recursive up (id, root) as (
  select below.id, below.merged_into from plain_theme below where below.merged_into is not null
  union
  select up.id, above.merged_into from up join plain_theme above on above.id = up.root
  where above.merged_into is not null
),
kept (id, root) as (
  select up.id, up.root from up join plain_theme above on above.id = up.root where above.merged_into is null
)
select distinct about.message_id, coalesce(kept.root, about.theme_id) as theme_id
from plain_message_theme about
left join kept on kept.id = about.theme_id;
