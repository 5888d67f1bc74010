-- What was read out of texts: whether a thread asks something, what it is about, in which tone a message is. They follow
-- from the texts, so they go with them; what a person said about them (`by` 'person') stays when they are worked out again.

-- `kind_by`: a rule on the words, a mark of the place (solved, support channel), or a person who corrected it.
create table thread_reading (
  workspace_id uuid not null,
  thread_id uuid not null,
  place_id uuid not null,
  kind text not null check (kind in ('question', 'other')),
  kind_by text not null check (kind_by in ('rule', 'place', 'person')),
  changed xid8 not null default pg_current_xact_id(),
  primary key (workspace_id, thread_id),
  foreign key (workspace_id, place_id) references place (workspace_id, id) on delete cascade
);

-- -1 negative, 0 neutral, 1 positive. No row: not judged.
create table message_tone (
  workspace_id uuid not null,
  message_id uuid not null,
  place_id uuid not null,
  tone smallint not null check (tone in (-1, 0, 1)),
  by text not null check (by in ('lexicon', 'person')),
  changed xid8 not null default pg_current_xact_id(),
  primary key (workspace_id, message_id),
  foreign key (workspace_id, place_id) references place (workspace_id, id) on delete cascade
);

-- A theme is of the workspace, not of a place: people talk of the same thing in several. It is named by its terms until
-- a person names it. One merged into another points there; a retired one is no longer looked for.
create table theme (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  name_fr text not null check (length(name_fr) between 1 and 120),
  name_en text not null check (length(name_en) between 1 and 120),
  terms text[] not null,
  named_by text not null check (named_by in ('terms', 'person')),
  merged_into uuid,
  retired_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  changed xid8 not null default pg_current_xact_id(),
  primary key (workspace_id, id),
  foreign key (workspace_id, merged_into) references theme (workspace_id, id),
  check (merged_into <> id)
);

-- A thread may have several themes. `id` is only what the copy for figures knows a row by.
create table thread_theme (
  workspace_id uuid not null,
  thread_id uuid not null,
  theme_id uuid not null,
  place_id uuid not null,
  by text not null check (by in ('terms', 'person')),
  id uuid not null generated always as (md5(thread_id::text || theme_id::text)::uuid) stored,
  changed xid8 not null default pg_current_xact_id(),
  primary key (workspace_id, thread_id, theme_id),
  unique (workspace_id, id),
  foreign key (workspace_id, place_id) references place (workspace_id, id) on delete cascade,
  foreign key (workspace_id, theme_id) references theme (workspace_id, id) on delete cascade
);

create index on thread_reading (workspace_id, place_id);
create index on message_tone (workspace_id, place_id);
create index on thread_theme (workspace_id, place_id);
create index on thread_theme (workspace_id, theme_id);
create index on theme (workspace_id, merged_into) where merged_into is not null;

-- Followed by the copy for figures, as the facts are.
create trigger changed before update on thread_reading for each row execute function mark_changed();
create trigger changed before update on message_tone for each row execute function mark_changed();
create trigger changed before update on theme for each row execute function mark_changed();
create trigger changed before update on thread_theme for each row execute function mark_changed();

create index on thread_reading (workspace_id, changed);
create index on message_tone (workspace_id, changed);
create index on theme (workspace_id, changed);
create index on thread_theme (workspace_id, changed);

create function note_reading_gone() returns trigger language plpgsql as $$
begin
  -- The argument names the column the copy knows its rows by.
  execute format(
    'insert into fact_gone (workspace_id, relation, id)
     select gone.workspace_id, %L, gone.%I
     from gone
     where exists (select from place where place.workspace_id = gone.workspace_id and place.id = gone.place_id)
     on conflict (workspace_id, relation, id) do update set changed = pg_current_xact_id()',
    tg_table_name, tg_argv[0]);
  return null;
end $$;

create trigger gone after delete on thread_reading
  referencing old table as gone for each statement execute function note_reading_gone('thread_id');
create trigger gone after delete on message_tone
  referencing old table as gone for each statement execute function note_reading_gone('message_id');
create trigger gone after delete on thread_theme
  referencing old table as gone for each statement execute function note_reading_gone('id');
create trigger gone after delete on theme
  referencing old table as gone for each statement execute function note_gone();

-- Words of an erased person are gone, and so is what was read out of them.
create function forget_readings() returns trigger language plpgsql as $$
begin
  delete from message_tone where message_tone.workspace_id = new.workspace_id and message_tone.message_id = new.id;
  if new.opens and new.thread_id is not null then
    delete from thread_reading
    where thread_reading.workspace_id = new.workspace_id and thread_reading.thread_id = new.thread_id;
    delete from thread_theme
    where thread_theme.workspace_id = new.workspace_id and thread_theme.thread_id = new.thread_id;
  end if;
  return null;
end $$;

create trigger readings after update of state on message for each row
  when (new.state = 'erased' and old.state <> 'erased') execute function forget_readings();

create view plain_thread_reading with (security_invoker = true) as
select reading.thread_id as id, reading.place_id, reading.kind, reading.kind_by, reading.changed
from thread_reading reading
where reading.workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid;

create view plain_message_tone with (security_invoker = true) as
select judged.message_id as id, judged.place_id, judged.tone::int as tone, judged.by as tone_by, judged.changed
from message_tone judged
where judged.workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid;

-- Without its words: the copy holds none.
create view plain_theme with (security_invoker = true) as
select theme.id, theme.merged_into, theme.retired_at is not null as is_retired, theme.changed
from theme
where theme.workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid;

create view plain_thread_theme with (security_invoker = true) as
select about.id, about.place_id, about.thread_id, about.theme_id, about.by as theme_by, about.changed
from thread_theme about
where about.workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid;

-- The language of a message: null where it is not known.
create or replace view plain_message with (security_invoker = true) as
select message.id, message.place_id, message.channel_id, message.thread_id, message.identity_id, message.opens,
  message.at as instant, message.day, message.position, message.reply_to_id,
  message.state in ('shown', 'erased') as counts, message.changed, nullif(message.language, 'und') as language
from message
where message.workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid;
