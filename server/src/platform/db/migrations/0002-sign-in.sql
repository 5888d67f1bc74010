-- People who sign in, what they may do in each workspace, and the record of what was done.

-- Functions a colleague may hold; the application has the same list (kernel/actor.ts).
create domain function_list as text[] check (
  value <@ array['pilot', 'host', 'moderator', 'owner', 'expert', 'compliance', 'sponsor', 'admin']::text[]
);

-- Somebody who signs in, in this installation. E-mails are kept in lower case. No workspace: one person may have several.
create table person (
  id uuid primary key,
  email text not null unique check (length(email) between 3 and 254),
  name text not null check (length(name) between 1 and 120),
  language text not null check (language in ('fr', 'en')),
  theme text not null default 'system' check (theme in ('system', 'light', 'dark')),
  shortcuts boolean not null default true,
  -- Slow hash with its parameters in front; null: signs in by OpenID Connect only.
  password_hash text,
  -- Sealed by the master key. Not asked for at sign-in before it is confirmed by a first code.
  totp_secret bytea,
  totp_confirmed_at timestamptz,
  -- The 30-second step of the last code taken: no code is taken twice.
  totp_last_step bigint not null default 0,
  last_space_id uuid references workspace (id) on delete set null,
  -- May open further workspaces: whoever took the welcome link.
  operator boolean not null default false,
  created_at timestamptz not null
);

create table recovery_code (
  person_id uuid not null references person (id) on delete cascade,
  hash bytea not null,
  used_at timestamptz,
  primary key (person_id, hash)
);

create table oidc_link (
  issuer text not null,
  subject text not null,
  person_id uuid not null references person (id) on delete cascade,
  linked_at timestamptz not null,
  primary key (issuer, subject)
);
create index on oidc_link (person_id);

-- Only the hash of a session's token is kept. `renew`: what the person may do has changed, the next look at the session
-- gives a new token; the former one is still taken for a minute, for requests that were already under way.
create table session (
  id uuid primary key,
  token_hash bytea not null unique,
  former_hash bytea,
  former_until timestamptz,
  renew boolean not null default false,
  person_id uuid not null references person (id) on delete cascade,
  device text not null,
  address text not null,
  made_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null
);
create index on session (person_id);
create index on session (former_hash) where former_hash is not null;

-- The one-time link shown at the start of an installation that has nobody yet. At most one row.
create table welcome_link (
  sole boolean primary key default true check (sole),
  hash bytea not null,
  expires_at timestamptz not null
);

-- Tries at a secret within a window, by account and by address (hashed): kept here so that a restart forgives nothing
-- and several processes count together.
create table secret_try (
  bucket bytea primary key,
  count integer not null,
  since timestamptz not null
);

-- Which workspaces a person has a place in. Only that: what he may do there is in `colleague`, behind row security.
create table seat (
  person_id uuid not null references person (id) on delete cascade,
  space_id uuid not null references workspace (id) on delete cascade,
  primary key (person_id, space_id)
);
create index on seat (space_id);

-- Secrets that open something inside a workspace nobody has named yet (an invitation, an API key). From the hash one
-- learns where to look; what is there is read behind row security. Not `workspace_id`: this table is before the wall.
create table door_token (
  hash bytea primary key,
  kind text not null check (kind ~ '^[a-z_]{2,30}$'),
  space_id uuid not null references workspace (id) on delete cascade,
  object_id uuid not null
);
create index on door_token (space_id, kind, object_id);

-- A person's place in a workspace. Rows stay when somebody leaves, so that what he did keeps his name.
create table colleague (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  person_id uuid not null references person (id),
  functions function_list not null,
  title text check (length(title) between 1 and 80),
  joined_at timestamptz not null,
  left_at timestamptz,
  version integer not null default 1,
  primary key (workspace_id, id),
  unique (workspace_id, person_id)
);

-- The words of the house for its jobs, and the functions that go with each.
create table house_title (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  name text not null check (length(name) between 1 and 80),
  functions function_list not null,
  version integer not null default 1,
  primary key (workspace_id, id),
  unique (workspace_id, name)
);

create table invitation (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  email text not null check (length(email) between 3 and 254),
  functions function_list not null,
  title text check (length(title) between 1 and 80),
  invited_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  accepted_at timestamptz,
  accepted_by uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, invited_by) references colleague (workspace_id, id),
  foreign key (workspace_id, accepted_by) references colleague (workspace_id, id)
);

create table api_key (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  name text not null check (length(name) between 1 and 80),
  -- The first characters of the key, to tell keys apart in a list.
  prefix text not null,
  scopes text[] not null check (scopes <@ array['read', 'figures', 'import', 'members']::text[]),
  per_minute integer not null default 60 check (per_minute between 1 and 6000),
  created_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  last_used_at timestamptz,
  revoked_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, created_by) references colleague (workspace_id, id)
);

-- What was done, by whom: ids and states, never what members wrote. Each row carries the hash of the one before it.
create table audit_event (
  workspace_id uuid not null references workspace (id) on delete cascade,
  number bigint not null check (number >= 1),
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('person', 'key', 'system')),
  actor_id text not null,
  action text not null check (action ~ '^[a-z_]+\.[a-z_]+$'),
  object_type text not null,
  object_id text not null,
  before jsonb,
  after jsonb,
  why text,
  mandate_id uuid,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (workspace_id, number)
);
create index on audit_event (workspace_id, object_type, object_id, number desc);
create index on audit_event (workspace_id, actor_id, number desc);
create index on audit_event (workspace_id, action, number desc);

-- Grants are not enough, the owner has them all: nobody changes or takes out a row. A workspace that goes as a whole
-- takes its record along.
create function refuse_change_of_record() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and not exists (select from workspace where id = old.workspace_id) then
    return old;
  end if;
  raise exception 'audit_event is append-only';
end $$;
create trigger append_only before update or delete on audit_event
  for each row execute function refuse_change_of_record();
create trigger append_only_whole before truncate on audit_event
  for each statement execute function refuse_change_of_record();
