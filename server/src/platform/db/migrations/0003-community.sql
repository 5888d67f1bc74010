-- The community: what places gave (raw) and the facts read from it.
-- Ids of facts are derived from (place, type, external id): a fact may be named before it is known, and reading
-- the same export twice, in any order, writes the same rows.

create table place (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  connector text not null,
  name text not null check (length(name) between 1 and 120),
  -- The language most people write in there; a prior for short messages. Null: not said.
  language text check (language in ('fr', 'en')),
  -- What this kind of place can give (kit: Gives). What is false makes figures unavailable, never zero.
  gives jsonb not null,
  state text not null default 'connected'
    check (state in ('half_set_up', 'connected', 'throttled', 'needs_reauth', 'paused', 'gone')),
  version integer not null default 1,
  created_at timestamptz not null,
  last_import_at timestamptz,
  changed xid8 not null default pg_current_xact_id(),
  primary key (workspace_id, id),
  unique (workspace_id, name)
);

create table channel (
  workspace_id uuid not null,
  id uuid not null,
  place_id uuid not null,
  external_id text not null,
  name text not null,
  url text,
  support boolean not null default false,
  changed xid8 not null default pg_current_xact_id(),
  primary key (workspace_id, id),
  foreign key (workspace_id, place_id) references place (workspace_id, id) on delete cascade
);

-- One human (or bot). `kind` is what figures go by: staff and bots are kept apart. `kind_from` says who decided:
-- 'place' (declared there), 'domain', 'list', 'hand' (wins over all, stays through new imports).
create table member (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  name text not null,
  kind text not null default 'person' check (kind in ('person', 'staff', 'bot')),
  kind_from text check (kind_from in ('place', 'domain', 'list', 'hand')),
  merged_into uuid,
  erased_at timestamptz,
  version integer not null default 1,
  changed xid8 not null default pg_current_xact_id(),
  primary key (workspace_id, id),
  foreign key (workspace_id, merged_into) references member (workspace_id, id)
);

-- His account in one place. `keyed_by = 'name'`: the place gives no id, namesakes there cannot be told apart.
create table identity (
  workspace_id uuid not null,
  id uuid not null,
  place_id uuid not null,
  member_id uuid not null,
  external_id text not null,
  keyed_by text not null check (keyed_by in ('id', 'name')),
  handle text not null,
  display_name text,
  email text,
  declared_role text check (declared_role in ('staff', 'bot')),
  joined_at timestamptz,
  joined_day date,
  changed xid8 not null default pg_current_xact_id(),
  primary key (workspace_id, id),
  foreign key (workspace_id, place_id) references place (workspace_id, id) on delete cascade,
  foreign key (workspace_id, member_id) references member (workspace_id, id)
);

create table affiliation (
  workspace_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  organisation text not null check (length(organisation) between 1 and 120),
  from_day date,
  until_day date,
  primary key (workspace_id, id),
  foreign key (workspace_id, member_id) references member (workspace_id, id) on delete cascade,
  check (from_day is null or until_day is null or from_day < until_day)
);

-- What was moved by a merge, so that it can be undone without loss.
create table member_merge (
  workspace_id uuid not null,
  id uuid not null,
  kept_id uuid not null,
  absorbed_id uuid not null,
  identity_ids uuid[] not null,
  affiliation_ids uuid[] not null,
  reason text not null,
  merged_at timestamptz not null,
  undone_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, kept_id) references member (workspace_id, id),
  foreign key (workspace_id, absorbed_id) references member (workspace_id, id)
);

-- Two members a person said are not the same; not suggested again.
create table merge_refusal (
  workspace_id uuid not null,
  member_a uuid not null,
  member_b uuid not null,
  primary key (workspace_id, member_a, member_b),
  check (member_a < member_b)
);

create table thread (
  workspace_id uuid not null,
  id uuid not null,
  place_id uuid not null,
  channel_id uuid not null,
  external_id text not null,
  title text,
  url text,
  labels text[] not null default '{}',
  locked boolean not null default false,
  -- Kept beside the messages so that a list of threads is one read; recomputed for the threads an import touched.
  message_count integer not null default 0,
  opened_at timestamptz,
  last_at timestamptz,
  opened_by uuid,
  changed xid8 not null default pg_current_xact_id(),
  primary key (workspace_id, id),
  foreign key (workspace_id, place_id) references place (workspace_id, id) on delete cascade,
  foreign key (workspace_id, channel_id) references channel (workspace_id, id)
);

create table message (
  workspace_id uuid not null,
  id uuid not null,
  place_id uuid not null,
  channel_id uuid not null,
  thread_id uuid,
  identity_id uuid not null,
  external_id text not null,
  opens boolean not null default false,
  -- An instant, or a bare day where the place gives no hour. Exactly one of them.
  at timestamptz,
  day date,
  -- For ordering and for cutting long lists only; never shown, never measured with.
  sort_at timestamptz not null generated always as (coalesce(at, day::timestamp at time zone 'UTC')) stored,
  position bigint,
  text text not null,
  format text not null check (format in ('plain', 'markdown', 'html')),
  language text not null default 'und',
  -- Not a foreign key: the message answered may never have been exported.
  reply_to_id uuid,
  url text,
  edited_at timestamptz,
  state text not null default 'shown' check (state in ('shown', 'hidden', 'removed', 'erased')),
  -- A vector of more than 1 MB is refused: one endless message must not stop an import, its head can be searched.
  search tsvector not null generated always as (search_vector(language, text)) stored,
  changed xid8 not null default pg_current_xact_id(),
  primary key (workspace_id, id),
  -- By its channel, not by its place: one check less for each of millions of rows, and an index to delete by.
  foreign key (workspace_id, channel_id) references channel (workspace_id, id) on delete cascade,
  foreign key (workspace_id, thread_id) references thread (workspace_id, id),
  foreign key (workspace_id, identity_id) references identity (workspace_id, id),
  check ((at is null) <> (day is null))
);

create table reaction (
  workspace_id uuid not null,
  id uuid not null,
  place_id uuid not null,
  -- Not a foreign key: the message may come later, or never have been exported.
  message_id uuid not null,
  -- Null where the place only counts.
  identity_id uuid,
  emoji text not null,
  -- 0: taken back in the place since.
  count integer not null default 1 check (count >= 0),
  at timestamptz,
  day date,
  -- What the place sent that gave it: a newer copy that no longer names the reaction takes it back.
  raw_id uuid not null,
  changed xid8 not null default pg_current_xact_id(),
  primary key (workspace_id, id),
  foreign key (workspace_id, place_id) references place (workspace_id, id) on delete cascade,
  foreign key (workspace_id, identity_id) references identity (workspace_id, id)
);

-- One run of one export into one place. `cursor` is saved with each batch, so that a run goes on after a kill.
create table import_run (
  workspace_id uuid not null,
  id uuid not null,
  place_id uuid not null,
  connector text not null,
  options jsonb not null default '{}',
  file_name text not null,
  state text not null
    check (state in ('uploading', 'choosing', 'waiting', 'reading', 'done', 'cut_short', 'failed', 'cancelled')),
  bytes_total bigint not null default 0,
  bytes_done bigint not null default 0,
  cursor jsonb not null default '{}',
  -- Rows by what became of them: read, added, changed, unchanged, refused.
  counts jsonb not null default '{}',
  refusal jsonb,
  started_by uuid,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  version integer not null default 1,
  primary key (workspace_id, id),
  foreign key (workspace_id, place_id) references place (workspace_id, id) on delete cascade
);

create table import_problem (
  workspace_id uuid not null,
  run_id uuid not null,
  number integer not null,
  file text not null,
  line bigint,
  code text not null,
  excerpt text,
  primary key (workspace_id, run_id, number),
  foreign key (workspace_id, run_id) references import_run (workspace_id, id) on delete cascade
);

-- What a place sent, as it sent it. Of two copies the greater version wins, at equal versions the greater payload; the
-- hash is that of what came, so that a copy whose text was taken out since is still known as the same. `json`, not
-- `jsonb`: it is read back whole, takes any character, and costs half to write.
create table raw (
  workspace_id uuid not null,
  id uuid not null,
  place_id uuid not null,
  kind text not null,
  external_id text not null,
  version text not null,
  hash bytea not null,
  payload json not null,
  options jsonb,
  -- Whose words these are, so that erasing a person finds them.
  identity_id uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, place_id) references place (workspace_id, id) on delete cascade
);

-- What a place says it removed (ids of messages, threads, identities): it may be told before the thing itself comes.
create table removal (
  workspace_id uuid not null,
  id uuid not null,
  place_id uuid not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, place_id) references place (workspace_id, id) on delete cascade
);
create index on removal (workspace_id, place_id);

-- People who were erased: HMAC of (place, external id). Later imports and restores do not bring them back.
create table tombstone (
  workspace_id uuid not null references workspace (id) on delete cascade,
  mark bytea not null,
  erased_at timestamptz not null,
  primary key (workspace_id, mark)
);

create trigger changed before update on place for each row execute function mark_changed();
create trigger changed before update on channel for each row execute function mark_changed();
create trigger changed before update on member for each row execute function mark_changed();
create trigger changed before update on identity for each row execute function mark_changed();
create trigger changed before update on thread for each row execute function mark_changed();
create trigger changed before update on message for each row execute function mark_changed();
create trigger changed before update on reaction for each row execute function mark_changed();

-- The cursor of the read model.
create index on place (workspace_id, changed);
create index on channel (workspace_id, changed);
create index on member (workspace_id, changed);
create index on identity (workspace_id, changed);
create index on thread (workspace_id, changed);
create index on message (workspace_id, changed);
create index on reaction (workspace_id, changed);

-- Screens.
create index on channel (workspace_id, place_id, name);
create index on member using gin (name gin_trgm_ops);
create index on member (workspace_id, name, id);
create index on identity (workspace_id, member_id);
create index on identity (workspace_id, lower(email)) where email is not null;
create index on affiliation (workspace_id, member_id);
create index on thread (workspace_id, last_at desc, id);
create index on thread (workspace_id, channel_id, last_at desc, id);
create index on message (workspace_id, thread_id, sort_at, position);
create index on message (workspace_id, identity_id, sort_at desc);
create index on message (workspace_id, channel_id, sort_at desc, id);
create index on message using gin (search);
create index on reaction (workspace_id, message_id);
create index on reaction (workspace_id, raw_id);
create index on raw (workspace_id, identity_id) where identity_id is not null;
create index on import_run (workspace_id, created_at desc);
