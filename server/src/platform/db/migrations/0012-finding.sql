-- Finding by the beginnings of words, as one types them in the palette: names of members, their accounts, titles.
-- Capitals and accents do not count, and whatever is neither letter nor figure separates words.
create function name_words(name text) returns tsvector
  language sql immutable strict parallel safe as $$
  select to_tsvector('pg_catalog.simple', regexp_replace(public.folded(lower(left(name, 500))), '[^[:alnum:]]+', ' ', 'g'))
$$;

-- Null where nothing but signs was typed: it finds nothing.
create function words_begun(typed text) returns tsquery
  language sql immutable strict parallel safe as $$
  select to_tsquery('pg_catalog.simple', string_agg(word || ':*', ' & '))
  from regexp_split_to_table(public.folded(lower(left(typed, 100))), '[^[:alnum:]]+') as word where word <> ''
$$;

-- As for messages (0001): under row-level security an index serves only what is known to leak nothing.
do $$
begin
  if (select rolsuper from pg_roles where rolname = current_user) then
    alter function name_words(text) leakproof;
  end if;
end $$;

create index on member using gin (name_words(name));
create index on identity using gin (name_words(handle));
create index on thread using gin (name_words(title)) where title is not null;
