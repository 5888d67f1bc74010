-- What was decided of an insight, and who among the members was told.

create table decision (
  workspace_id uuid not null,
  id uuid not null,
  insight_id uuid not null,
  answer text not null check (answer in ('yes', 'no', 'later', 'need_more')),
  -- With 'later': until when.
  until date,
  option text check (length(option) between 1 and 300),
  reason text not null check (length(reason) between 1 and 2000),
  -- A colleague, or somebody outside by his link.
  by_id uuid,
  by_outside text check (length(by_outside) between 1 and 120),
  at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, insight_id) references insight (workspace_id, id) on delete cascade,
  foreign key (workspace_id, by_id) references colleague (workspace_id, id),
  check ((by_id is null) <> (by_outside is null)),
  check ((answer = 'later') = (until is not null))
);
create index on decision (workspace_id, insight_id, at);

-- What was decided is there now.
create table delivery_note (
  workspace_id uuid not null,
  id uuid not null,
  insight_id uuid not null,
  day date not null,
  text text not null check (length(text) between 1 and 2000),
  url text check (length(url) <= 2000),
  by_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, insight_id) references insight (workspace_id, id) on delete cascade,
  foreign key (workspace_id, by_id) references colleague (workspace_id, id)
);

-- One member told of one decision, or of its delivery, in the thread where he asked. A row is taken back by deleting it,
-- which the record keeps.
create table told (
  workspace_id uuid not null,
  id uuid not null,
  insight_id uuid not null,
  decision_id uuid not null,
  -- Null: told of the decision itself.
  delivery_id uuid,
  -- Not a foreign key: who was told stays counted when his place goes, and he with it.
  member_id uuid not null,
  thread_id uuid,
  -- Null once the member is erased: it may speak to him by name.
  text text check (length(text) between 1 and 4000),
  language text not null check (language in ('fr', 'en')),
  by_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, id),
  unique nulls not distinct (workspace_id, decision_id, delivery_id, member_id),
  foreign key (workspace_id, insight_id) references insight (workspace_id, id) on delete cascade,
  foreign key (workspace_id, decision_id) references decision (workspace_id, id) on delete cascade,
  foreign key (workspace_id, delivery_id) references delivery_note (workspace_id, id) on delete cascade,
  foreign key (workspace_id, by_id) references colleague (workspace_id, id)
);
create index on told (workspace_id, insight_id);
create index on told (workspace_id, member_id);

create function told_member_erased() returns trigger language plpgsql as $$
begin
  update told set text = null, thread_id = null
  where told.workspace_id = new.workspace_id and told.member_id = new.id;
  return null;
end $$;
create trigger erased_after_told after update of erased_at on member for each row
  when (new.erased_at is not null) execute function told_member_erased();

-- Members who do not want to be written to about what they asked.
create table told_opt_out (
  workspace_id uuid not null,
  member_id uuid not null,
  by_id uuid not null,
  at timestamptz not null,
  primary key (workspace_id, member_id),
  foreign key (workspace_id, member_id) references member (workspace_id, id) on delete cascade,
  foreign key (workspace_id, by_id) references colleague (workspace_id, id)
);

-- The member at the end of the merges: himself where he was not merged.
create function kept_member(space uuid, one uuid) returns uuid language sql stable as $$
  with recursive up (id, merged_into) as (
    select member.id, member.merged_into from member where member.workspace_id = space and member.id = one
    union all
    select member.id, member.merged_into from up
    join member on member.workspace_id = space and member.id = up.merged_into
  )
  select up.id from up where up.merged_into is null
$$;

-- The link by which somebody outside decides one insight. Its secret is in `door_token` (kind 'decide'), hashed.
create table decide_link (
  workspace_id uuid not null,
  id uuid not null,
  insight_id uuid not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, insight_id) references insight (workspace_id, id) on delete cascade
);
create index on decide_link (workspace_id, insight_id);

-- Letters to people of the house. The key says what a letter is about and for whom: it is written once.
create table letter (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  key text not null check (length(key) between 1 and 200),
  recipient text not null check (length(recipient) between 3 and 254),
  subject text not null check (length(subject) between 1 and 200),
  -- With the word {token} where the secret of a link goes; it is made when the letter leaves, and only then.
  body text not null check (length(body) between 1 and 20000),
  door_kind text,
  door_object uuid,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'failed')),
  made_at timestamptz not null,
  sent_at timestamptz,
  problem text,
  tries integer not null default 0,
  primary key (workspace_id, id),
  unique (workspace_id, key),
  check ((door_kind is null) = (door_object is null))
);
create index on letter (workspace_id, state, made_at);

-- Who does not want the weekly letter.
alter table colleague add column digest boolean not null default true;
