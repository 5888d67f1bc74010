-- Who asked for what, without what was said: the loop reads the evidence of all signals that were answered, and their
-- words would be most of what it goes through.
create index on evidence (workspace_id, signal_id) include (member_id, heard_id, gone_because) where signal_id is not null;
