-- The id of what a thread or a message is about is made of both: said of another theme it is another row, and the copy for
-- figures has to let the former one go.
create function note_renamed() returns trigger language plpgsql as $$
begin
  insert into fact_gone (workspace_id, relation, id) values (old.workspace_id, tg_table_name, old.id)
  on conflict (workspace_id, relation, id) do update set changed = pg_current_xact_id();
  return null;
end $$;
create trigger renamed after update on thread_theme for each row when (old.id <> new.id) execute function note_renamed();
create trigger renamed after update on message_theme for each row when (old.id <> new.id) execute function note_renamed();
