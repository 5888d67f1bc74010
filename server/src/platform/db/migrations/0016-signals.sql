-- What the field hears (signals), and what is made of it (insights).

create table insight (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  statement text not null check (length(statement) between 1 and 400),
  -- What is asked of whoever decides, and the ways he may choose between.
  ask text check (length(ask) between 1 and 1000),
  options text[] not null default '{}' check (cardinality(options) <= 6),
  -- Words that find the traffic it is about; the share of it that was read says how far the insight was looked into.
  words text[] not null default '{}' check (cardinality(words) <= 12),
  theme_id uuid,
  objective_id uuid,
  -- Who decides: a colleague, or somebody outside by a signed link.
  owner_id uuid,
  outside_name text check (length(outside_name) between 1 and 120),
  outside_email text check (length(outside_email) between 3 and 254),
  due date,
  state text not null default 'draft' check (state in ('draft', 'submitted', 'decided', 'delivered', 'told')),
  version integer not null default 1,
  made_by uuid not null,
  made_at timestamptz not null,
  submitted_at timestamptz,
  decided_at timestamptz,
  delivered_at timestamptz,
  told_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, theme_id) references theme (workspace_id, id),
  foreign key (workspace_id, objective_id) references objective (workspace_id, id),
  foreign key (workspace_id, owner_id) references colleague (workspace_id, id),
  foreign key (workspace_id, made_by) references colleague (workspace_id, id),
  check (owner_id is null or outside_email is null),
  check ((outside_name is null) = (outside_email is null))
);
create index on insight (workspace_id, state, due);
create index on insight (workspace_id, objective_id);
create index on insight (workspace_id, owner_id);

create table signal (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  kind text not null check (kind in ('need', 'problem', 'idea', 'praise', 'risk', 'question')),
  line text not null check (length(line) between 1 and 300),
  state text not null default 'raised' check (state in ('raised', 'merged', 'dismissed')),
  insight_id uuid,
  -- Why it was dismissed.
  why text check (length(why) between 1 and 1000),
  mandate_id uuid,
  version integer not null default 1,
  raised_by uuid not null,
  raised_at timestamptz not null,
  sorted_by uuid,
  sorted_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, insight_id) references insight (workspace_id, id),
  foreign key (workspace_id, mandate_id) references mandate (workspace_id, id),
  foreign key (workspace_id, raised_by) references colleague (workspace_id, id),
  foreign key (workspace_id, sorted_by) references colleague (workspace_id, id),
  check ((state = 'merged') = (insight_id is not null)),
  check ((state = 'dismissed') = (why is not null))
);
create index on signal (workspace_id, state, raised_at);
create index on signal (workspace_id, insight_id) where insight_id is not null;

-- What was heard, as it was then: for a signal, or against an insight (counter-evidence). Once withdrawn in its place or
-- erased, only that it was there remains.
create table evidence (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  signal_id uuid,
  counters_id uuid,
  -- Not foreign keys: what was heard stays counted when the message, its thread or its place goes.
  message_id uuid not null,
  thread_id uuid,
  member_id uuid not null,
  place_id uuid not null,
  place_name text not null,
  channel_name text not null,
  author_name text,
  -- An instant, or a bare day where the place gives no hour.
  at timestamptz,
  day date,
  url text,
  text text check (length(text) <= 20000),
  language text not null,
  -- What similar signals are found by; goes with the text.
  search tsvector generated always as (search_vector(language, text)) stored,
  gone_because text check (gone_because in ('withdrawn', 'erased', 'place_removed')),
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, signal_id, message_id),
  unique (workspace_id, counters_id, message_id),
  foreign key (workspace_id, signal_id) references signal (workspace_id, id) on delete cascade,
  foreign key (workspace_id, counters_id) references insight (workspace_id, id) on delete cascade,
  foreign key (workspace_id, added_by) references colleague (workspace_id, id),
  check ((signal_id is null) <> (counters_id is null)),
  check ((at is null) <> (day is null)),
  check (gone_because is null or (text is null and author_name is null and url is null))
);
create index on evidence (workspace_id, message_id);
create index on evidence (workspace_id, thread_id);
create index on evidence (workspace_id, member_id);
create index on evidence (workspace_id, place_id);

-- Messages that hold the words of an insight and were looked at for it without being made evidence: with the evidence,
-- the part of its traffic that was read.
create table insight_read (
  workspace_id uuid not null,
  insight_id uuid not null,
  -- Not a foreign key, as in evidence.
  message_id uuid not null,
  read_by uuid not null,
  read_at timestamptz not null,
  primary key (workspace_id, insight_id, message_id),
  foreign key (workspace_id, insight_id) references insight (workspace_id, id) on delete cascade,
  foreign key (workspace_id, read_by) references colleague (workspace_id, id)
);

-- Whom a message was heard from, merges of members taken in: who its account belongs to now, else, where the message is
-- gone, whom the author of then has become. Two evidences of one human count once.
create function heard_from(space uuid, heard uuid, author uuid) returns uuid language sql stable as $$
  select coalesce(
    (select identity.member_id from message
      join identity on identity.workspace_id = message.workspace_id and identity.id = message.identity_id
      where message.workspace_id = space and message.id = heard),
    (with recursive up as (
        select member.id, member.merged_into from member where member.workspace_id = space and member.id = author
        union all
        select member.id, member.merged_into from up
          join member on member.workspace_id = space and member.id = up.merged_into
      ) select up.id from up where up.merged_into is null))
$$;

-- Here rather than in each writer: whoever takes a message away (an import, an erasure) takes it out of evidence with it.
create function message_withdrawn() returns trigger language plpgsql as $$
begin
  update evidence set text = null, author_name = null, url = null,
    gone_because = case when new.state = 'erased' then 'erased' else 'withdrawn' end
  where evidence.workspace_id = new.workspace_id and evidence.message_id = new.id and gone_because is distinct from 'erased';
  return null;
end $$;
create trigger withdrawn after update of state on message for each row
  when (new.state in ('removed', 'erased') and new.state <> old.state) execute function message_withdrawn();

create function member_erased() returns trigger language plpgsql as $$
begin
  update evidence set text = null, author_name = null, url = null, gone_because = 'erased'
  where evidence.workspace_id = new.workspace_id and evidence.member_id = new.id;
  return null;
end $$;
create trigger erased after update of erased_at on member for each row
  when (new.erased_at is not null) execute function member_erased();

create function place_removed() returns trigger language plpgsql as $$
begin
  update evidence set text = null, author_name = null, url = null, gone_because = 'place_removed'
  where evidence.workspace_id = old.workspace_id and evidence.place_id = old.id and gone_because is null;
  return null;
end $$;
create trigger removed after delete on place for each row execute function place_removed();
