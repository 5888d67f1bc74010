-- What everything else stands on: extensions, search in two languages, workspaces.

create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- Words are stemmed with their accents, for the stemmers need them, and the stems then lose them: "créée", "créer" and
-- "creer" are all found by one another. unaccent() is only declared stable because its dictionary could be changed.
create function folded(words text) returns text
  language sql immutable strict parallel safe as $$ select public.unaccent('public.unaccent', words) $$;

-- A vector may hold a megabyte: longer texts are searched by their beginning. Stems of plain letters have nothing to
-- lose, and writing them out to fold them would cost as much as finding them.
create function search_vector(language text, words text) returns tsvector
  language sql immutable strict parallel safe as $$
  select case when octet_length(words) = length(words) then
    case language when 'fr' then to_tsvector('pg_catalog.french', left(words, 100000))
      else to_tsvector('pg_catalog.english', left(words, 100000)) end
  else
    public.folded((case language when 'fr' then to_tsvector('pg_catalog.french', left(words, 100000))
      else to_tsvector('pg_catalog.english', left(words, 100000)) end)::text)::tsvector
  end
$$;

-- Words as a person types them, stemmed both ways: a message is found whichever language it was taken for.
create function search_query(words text) returns tsquery
  language sql immutable strict parallel safe as $$
  select public.folded(websearch_to_tsquery('pg_catalog.french', words)::text)::tsquery
    || public.folded(websearch_to_tsquery('pg_catalog.english', words)::text)::tsquery
$$;

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
