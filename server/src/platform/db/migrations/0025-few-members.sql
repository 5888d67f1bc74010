-- The few members that are not simply persons who are there: the team, bots, those who were erased. What is asked of
-- many members at once asks for these and leaves the others unread.
create index on member (workspace_id, id, kind, erased_at) where kind <> 'person' or erased_at is not null;
