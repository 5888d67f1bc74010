import { createHash } from 'node:crypto';

type ColumnType = 'uuid' | 'text' | 'boolean' | 'integer' | 'bigint' | 'timestamptz' | 'date';

/** A relation that is copied: on PostgreSQL a view of migration 0004, in the copy a table of the same name. */
export interface Relation {
  readonly name: string;
  /** The table whose deleted rows `fact_gone` names. */
  readonly table: string;
  readonly columns: Readonly<Record<string, ColumnType>>;
  /** Whether its rows go with their place. */
  readonly ofPlace: boolean;
  /** Order of the first filling: neighbours in time lie together, so that windows skip most of the table. */
  readonly sortedBy?: string;
}

/**
 * In the order they are read: what refers before what is referred to. Each is read at a later moment than the one
 * before, so that whatever a copied row refers to is copied as well.
 */
export const RELATIONS: readonly Relation[] = [
  {
    name: 'plain_message_theme',
    table: 'message_theme',
    columns: { id: 'uuid', place_id: 'uuid', message_id: 'uuid', theme_id: 'uuid' },
    ofPlace: true,
  },
  {
    name: 'plain_message_tone',
    table: 'message_tone',
    columns: { id: 'uuid', place_id: 'uuid', tone: 'integer', tone_by: 'text' },
    ofPlace: true,
  },
  {
    name: 'plain_thread_theme',
    table: 'thread_theme',
    columns: { id: 'uuid', place_id: 'uuid', thread_id: 'uuid', theme_id: 'uuid', theme_by: 'text' },
    ofPlace: true,
  },
  {
    name: 'plain_thread_reading',
    table: 'thread_reading',
    columns: { id: 'uuid', place_id: 'uuid', kind: 'text', kind_by: 'text' },
    ofPlace: true,
  },
  {
    name: 'plain_theme',
    table: 'theme',
    columns: { id: 'uuid', merged_into: 'uuid', is_retired: 'boolean' },
    ofPlace: false,
  },
  {
    name: 'plain_reaction',
    table: 'reaction',
    columns: {
      id: 'uuid',
      place_id: 'uuid',
      message_id: 'uuid',
      identity_id: 'uuid',
      count: 'integer',
      instant: 'timestamptz',
      day: 'date',
    },
    ofPlace: true,
    sortedBy: 'instant, day',
  },
  {
    name: 'plain_message',
    table: 'message',
    columns: {
      id: 'uuid',
      place_id: 'uuid',
      channel_id: 'uuid',
      thread_id: 'uuid',
      identity_id: 'uuid',
      opens: 'boolean',
      instant: 'timestamptz',
      day: 'date',
      position: 'bigint',
      reply_to_id: 'uuid',
      counts: 'boolean',
      language: 'text',
    },
    ofPlace: true,
    sortedBy: 'instant, day',
  },
  {
    name: 'plain_identity',
    table: 'identity',
    columns: { id: 'uuid', place_id: 'uuid', member_id: 'uuid', instant: 'timestamptz', day: 'date' },
    ofPlace: true,
  },
  {
    name: 'plain_affiliation',
    table: 'affiliation',
    columns: { id: 'uuid', member_id: 'uuid', organisation: 'text', from_day: 'date', until_day: 'date' },
    ofPlace: false,
  },
  {
    name: 'plain_member',
    table: 'member',
    columns: { id: 'uuid', kind: 'text', merged_into: 'uuid' },
    ofPlace: false,
  },
  { name: 'plain_channel', table: 'channel', columns: { id: 'uuid', place_id: 'uuid' }, ofPlace: true },
];

/** Read last and whole: a place that is no longer there takes its rows with it. */
export const PLACES: Relation = {
  name: 'plain_place',
  table: 'place',
  columns: { id: 'uuid', has_threads: 'boolean', has_replies: 'boolean', has_hours: 'boolean' },
  ofPlace: false,
};

/** One row: the zone in which days are cut. */
export const ZONE: Relation = { name: 'plain_zone', table: 'workspace', columns: { zone: 'text' }, ofPlace: false };

/** What a derived relation is made from: the messages, and the zone, as they are written in SQL. */
interface Source {
  readonly messages: string;
  readonly zone: string;
}

/** A view on PostgreSQL that the copy keeps as a table, because it is slow to work out and changes with messages only. */
export interface Derived {
  readonly name: string;
  /** The column of a message that says which rows it touches. */
  readonly key: 'identity_id' | 'thread_id';
  readonly sortedBy: string;
  readonly text: (source: Source) => string;
}

/** As the views are written on PostgreSQL. */
export const ON_POSTGRES: Source = { messages: 'plain_message', zone: '(select plain_zone.zone from plain_zone)' };

export const DERIVED: readonly Derived[] = [
  {
    name: 'account_day',
    key: 'identity_id',
    sortedBy: 'day',
    text: ({ messages, zone }) => `
select written.identity_id, written.place_id, written.channel_id,
  coalesce(written.day, (written.instant at time zone ${zone})::date) as day,
  count(case when written.opens or (written.thread_id is null and written.reply_to_id is null) then 1 end)::int as posts,
  count(case when written.opens or (written.thread_id is null and written.reply_to_id is null) then null else 1 end)::int
    as replies
from ${messages} written
where written.counts
group by 1, 2, 3, 4`,
  },
  {
    name: 'thread_opening',
    key: 'thread_id',
    sortedBy: 'local_day',
    text: ({ messages, zone }) => `
select opening.thread_id, opening.place_id, opening.channel_id, opening.identity_id, opening.instant, opening.day,
  opening.local_day, opening.counts, opening.language
from (
  select claimed.thread_id, claimed.place_id, claimed.channel_id, claimed.identity_id, claimed.instant, claimed.day,
    coalesce(claimed.day, (claimed.instant at time zone ${zone})::date) as local_day,
    claimed.counts, claimed.language,
    row_number() over (
      partition by claimed.thread_id order by claimed.instant, claimed.day, claimed.position, claimed.id
    ) as rank
  from ${messages} claimed
  where claimed.opens and claimed.thread_id is not null
) opening
where opening.rank = 1`,
  },
];

/** What figures are written on; the same words as in migrations 0004 to 0007. */
export const VIEWS: Readonly<Record<string, string>> = {
  fact_account: `
with recursive up (id, root) as (
  select below.id, below.merged_into from plain_member below where below.merged_into is not null
  union
  select up.id, above.merged_into from up join plain_member above on above.id = up.root
  where above.merged_into is not null
),
kept (id, root) as (
  select up.id, up.root from up join plain_member above on above.id = up.root where above.merged_into is null
)
select account.id as identity_id, account.place_id, account.instant, account.day, person.id as member_id,
  person.kind as role
from plain_identity account
left join kept on kept.id = account.member_id
join plain_member person on person.id = coalesce(kept.root, account.member_id)`,
  fact_activity: `
select written.id,
  case when written.opens or (written.thread_id is null and written.reply_to_id is null) then 'posted' else 'replied' end
    as kind,
  written.place_id, written.channel_id, written.thread_id, written.identity_id, account.member_id, account.role,
  written.instant, written.day, false as inferred
from plain_message written
join fact_account account on account.identity_id = written.identity_id
where written.counts
union all
select given.id, 'reacted' as kind, given.place_id, about.channel_id, about.thread_id, given.identity_id,
  account.member_id, account.role, given.instant, given.day, false as inferred
from plain_reaction given
join fact_account account on account.identity_id = given.identity_id
left join plain_message about on about.id = given.message_id
where given.count > 0 and (given.instant is not null or given.day is not null)
union all
select account.identity_id as id, 'joined' as kind, account.place_id, null as channel_id, null as thread_id,
  account.identity_id, account.member_id, account.role, account.instant, account.day, false as inferred
from fact_account account
where account.instant is not null or account.day is not null`,
  fact_day: `
select spent.place_id, spent.channel_id, account.member_id, account.role, spent.day, spent.posts, spent.replies
from account_day spent
join fact_account account on account.identity_id = spent.identity_id`,
  fact_thread: `
select opening.thread_id as id, opening.place_id, opening.channel_id, account.member_id, account.role,
  opening.instant, opening.day, opening.local_day, opening.language, reading.kind
from thread_opening opening
join fact_account account on account.identity_id = opening.identity_id
left join plain_thread_reading reading on reading.id = opening.thread_id
where opening.counts`,
  fact_reply: `
select written.thread_id, account.member_id, account.role, written.instant, written.day
from plain_message written
join fact_account account on account.identity_id = written.identity_id
where written.counts and not written.opens and written.thread_id is not null`,
  fact_message: `
select written.id, written.place_id, written.channel_id, written.thread_id, account.member_id, account.role,
  coalesce(written.day, (written.instant at time zone (select plain_zone.zone from plain_zone))::date) as day,
  written.language, reading.kind, written.instant
from plain_message written
join fact_account account on account.identity_id = written.identity_id
left join plain_thread_reading reading on reading.id = written.thread_id
where written.counts`,
  fact_answer: `
select written.place_id, written.channel_id, written.thread_id, author.member_id as from_member,
  author.role as from_role, asker.member_id as to_member, asker.role as to_role,
  coalesce(written.day, (written.instant at time zone (select plain_zone.zone from plain_zone))::date) as day,
  written.language, reading.kind
from plain_message written
join fact_account author on author.identity_id = written.identity_id
left join plain_message answered on answered.id = written.reply_to_id and answered.counts
left join thread_opening opening on opening.thread_id = written.thread_id and opening.counts
join fact_account asker on asker.identity_id = coalesce(answered.identity_id, opening.identity_id)
left join plain_thread_reading reading on reading.id = written.thread_id
where written.counts and not written.opens and asker.member_id <> author.member_id`,
  fact_theme: `
with recursive up (id, root) as (
  select below.id, below.merged_into from plain_theme below where below.merged_into is not null
  union
  select up.id, above.merged_into from up join plain_theme above on above.id = up.root
  where above.merged_into is not null
),
kept (id, root) as (
  select up.id, up.root from up join plain_theme above on above.id = up.root where above.merged_into is null
)
select distinct about.thread_id, coalesce(kept.root, about.theme_id) as theme_id
from plain_thread_theme about
left join kept on kept.id = about.theme_id`,
  fact_mention: `
with recursive up (id, root) as (
  select below.id, below.merged_into from plain_theme below where below.merged_into is not null
  union
  select up.id, above.merged_into from up join plain_theme above on above.id = up.root
  where above.merged_into is not null
),
kept (id, root) as (
  select up.id, up.root from up join plain_theme above on above.id = up.root where above.merged_into is null
)
select distinct about.message_id, coalesce(kept.root, about.theme_id) as theme_id
from plain_message_theme about
left join kept on kept.id = about.theme_id`,
};

/** Changes with whatever is written above: a copy of another version is made anew, not mended. */
export const VERSION = createHash('sha256')
  .update(JSON.stringify([RELATIONS, PLACES, ZONE, DERIVED.map((one) => one.text(ON_POSTGRES)), VIEWS]))
  .digest('hex')
  .slice(0, 16);
