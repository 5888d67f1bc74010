-- The language of an answer is told even where it is not known, as that of a contribution is: asked for as it stands, the
-- copy for figures knows how few answers it leaves, and looks at those alone.
create or replace view fact_answer with (security_invoker = true) as
select written.place_id, written.channel_id, written.thread_id, author.member_id as from_member,
  author.role as from_role, asker.member_id as to_member, asker.role as to_role, written.local_day as day,
  coalesce(written.language, 'und') as language, reading.kind, about.topics
from plain_message written
join fact_account author on author.identity_id = written.identity_id
left join plain_message answered on answered.id = written.reply_to_id and answered.counts
left join thread_opening opening on opening.thread_id = written.thread_id and opening.counts
join fact_account asker on asker.identity_id = coalesce(answered.identity_id, opening.identity_id)
left join plain_thread_reading reading on reading.id = written.thread_id
left join thread_topic about on about.thread_id = written.thread_id
where written.counts and not written.opens and asker.member_id <> author.member_id;
