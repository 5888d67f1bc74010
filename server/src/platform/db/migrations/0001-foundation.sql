-- What everything else stands on: extensions, the two search languages, workspaces.

create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- Accents are folded before stemming, so that "creer" finds "créer" and the reverse, in both languages.
create text search configuration passerelle_fr (copy = french);
alter text search configuration passerelle_fr
  alter mapping for hword, hword_part, word with unaccent, french_stem;
create text search configuration passerelle_en (copy = english);
alter text search configuration passerelle_en
  alter mapping for hword, hword_part, word with unaccent, english_stem;

-- The time zone cuts days, weeks and months; the language is the one of pages nobody has chosen a language for.
create table workspace (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$'),
  name text not null check (length(name) between 1 and 120),
  zone text not null,
  language text not null check (language in ('fr', 'en')),
  is_demo boolean not null default false,
  created_at timestamptz not null
);

-- Rows that the analytic read model follows carry the transaction that last wrote them: a reader that takes what lies
-- below the oldest running transaction misses no row, whatever the order in which writers commit.
create function mark_changed() returns trigger language plpgsql as $$
begin
  new.changed := pg_current_xact_id();
  return new;
end $$;

-- Under row-level security PostgreSQL uses an index only for operators it knows to leak nothing. Full-text match and
-- ILIKE are not declared so, and searching a million messages would read them all (measured: seconds instead of
-- milliseconds). Neither tells the row's value in an error. Where the server's user is no superuser this is skipped:
-- search then stays correct, and slow on large bases.
do $$
begin
  if (select rolsuper from pg_roles where rolname = current_user) then
    alter function ts_match_vq(tsvector, tsquery) leakproof;
    alter function texticlike(text, text) leakproof;
  end if;
end $$;
