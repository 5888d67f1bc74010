-- Segments: rules that say who is meant. What they find is worked out each time, so a row here names nobody.

-- `shared`: everybody in the workspace finds it in the list; else its owner alone.
create table segment (
  workspace_id uuid not null references workspace (id) on delete cascade,
  id uuid not null,
  name text not null check (length(name) between 1 and 80),
  rule jsonb not null,
  shared boolean not null,
  owner_id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, owner_id) references colleague (workspace_id, id)
);
create index on segment (workspace_id, owner_id);

-- Below so many persons, a figure of a part of the community is shown only to those who may see its members.
alter table workspace
  add column smallest_group integer not null default 5 check (smallest_group between 3 and 100);

-- Organisations are followed by the copy for figures too; it keeps a mark in place of their names.
alter table affiliation add column changed xid8 not null default pg_current_xact_id();
create trigger changed before update on affiliation for each row execute function mark_changed();
create index on affiliation (workspace_id, changed);
create trigger gone after delete on affiliation
  referencing old table as gone for each statement execute function note_gone();

create view plain_affiliation with (security_invoker = true) as
select affiliation.id, affiliation.member_id, md5(lower(affiliation.organisation)) as organisation,
  affiliation.from_day, affiliation.until_day, affiliation.changed
from affiliation
where affiliation.workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid;
