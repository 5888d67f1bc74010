-- What a proof expects is never written again, save that the name of somebody who is erased is taken out of its words: his
-- right comes first. What is compared (figure, part, direction, size, days, base, seed) stays, whoever asks; the fingerprint
-- and the record stay those of what was written.
create or replace function proof_stays() returns trigger language plpgsql as $$
declare
  is_erasing constant boolean := coalesce(current_setting('app.erasing', true), '') = 'on';
begin
  if (new.id, new.mandate_id, new.fingerprint, new.figure, new.start_day, new.until_day, new.due_day, new.made_by,
      new.made_at, new.expects - 'events' - 'consent')
    is distinct from (old.id, old.mandate_id, old.fingerprint, old.figure, old.start_day, old.until_day, old.due_day,
      old.made_by, old.made_at, old.expects - 'events' - 'consent')
    or not is_erasing and (new.title, new.expects) is distinct from (old.title, old.expects)
  then
    raise exception 'what a proof expects is never changed';
  end if;
  return new;
end $$;
