-- Who is who: rules that make staff, and what each identity wrote so that the list of members is one short read.

create table staff_rule (
  workspace_id uuid not null references workspace (id) on delete cascade,
  kind text not null check (kind in ('domain', 'address', 'handle')),
  value text not null check (length(value) between 1 and 200 and value = lower(value)),
  primary key (workspace_id, kind, value)
);

-- Recomputed for the identities an import touched.
alter table identity
  add column message_count integer not null default 0,
  add column first_at timestamptz,
  add column last_at timestamptz;

create index on member_merge (workspace_id, kept_id);
create index on identity (workspace_id, lower(handle));
