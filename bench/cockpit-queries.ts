import { LAST_DAY } from './cockpit-seed.ts';

/** The same question, as each engine is asked it over what it has; every text gives the same rows. */
export interface Question {
  readonly name: string;
  /** The copy of the house; `cut`: conditions of a slice, each after an "and", or nothing. */
  readonly ours: (cut: string) => string;
  /** The plain table of activities, on PostgreSQL and on DuckDB alike. */
  readonly plain: string;
  /** Tables added up in advance, on PostgreSQL. */
  readonly rolled: string;
  /** The least that ours could do: reading the columns it uses. */
  readonly limit: string;
}

const ZONE = `'Europe/Paris'`;
const localDay = '(activity.instant at time zone ' + ZONE + ')::date';
const TWO_YEARS = yearsBefore(2);
const ONE_YEAR = yearsBefore(1);

function yearsBefore(years: number): string {
  return `date '${String(Number(LAST_DAY.slice(0, 4)) - years)}${LAST_DAY.slice(4)}'`;
}

/** Days of persons: cut or not, as figures read them. */
const days = (cut: string): string =>
  cut === '' ? `fact_lived spent where spent.role = 'person'` : `fact_spent spent where spent.role = 'person'${cut}`;
const monthOf = (day: string): string => `(extract(year from ${day}) * 12 + extract(month from ${day}))::int`;

const weekly = (rows: string, day: string, channel: string, member: string): string => `
select told.week::text as week, told.channel_id::text as channel, told.persons::int as persons
from (
  select date_trunc('week', ${day})::date as week, ${channel} as channel_id, count(distinct ${member}) as persons
  from ${rows} group by 1, 2
) told`;

const cohorts = (lived: string): string => `
with lived (member_id, month) as (${lived}),
first (member_id, month) as (select lived.member_id, min(lived.month) from lived group by lived.member_id)
select first.month as cohort, (lived.month - first.month)::int as age, count(*)::int as persons
from lived join first on first.member_id = lived.member_id group by 1, 2`;

const waits = (timed: string): string => `
select told.week::text as week, told.threads, told.answered, told.median, told.p90
from (
  select date_trunc('week', timed.day)::date as week, count(*)::int as threads, count(timed.seconds)::int as answered,
    percentile_disc(0.5) within group (order by coalesce(timed.seconds, 1e12))::double precision as median,
    percentile_disc(0.9) within group (order by coalesce(timed.seconds, 1e12))::double precision as p90
  from (${timed}) timed group by 1
) told`;

/** `kept`: what is read twice is found once, which pays where finding it costs more than reading it. */
const funnel = (lived: string, kept: '' | 'materialized' = ''): string => `
with lived (member_id, day, n) as ${kept} (${lived}),
first (member_id, day) as (select lived.member_id, min(lived.day) from lived group by lived.member_id),
early (member_id, day, last_day, acts, later) as (
  select first.member_id, first.day, max(case when lived.day < first.day + 30 then lived.day end),
    sum(case when lived.day < first.day + 30 then lived.n end), count(case when lived.day >= first.day + 30 then 1 end)
  from first join lived on lived.member_id = first.member_id and lived.day < first.day + 60
  group by 1, 2
)
select ${monthOf('early.day')} as month, count(*)::int as came, count(case when early.last_day > early.day then 1 end)::int as again,
  count(case when early.acts >= 5 then 1 end)::int as settled, count(case when early.later > 0 then 1 end)::int as stayed
from early group by 1`;

const holdings = (held: string): string => `
select held.acts::int as acts, count(*)::int as persons from (${held}) held group by 1`;

const edges = (met: string): string => `
select count(*)::int as ties, sum(met.n)::int as answers, sum(met.n * met.n)::double precision as squares, max(met.n)::int as most
from (${met}) met`;

/** Whoever was there in a month and is not new was there the month before, or came back. */
const flow = (lived: string): string => `
with lived (member_id, month) as (${lived}),
step (month, next, n) as (
  select seen.month, seen.next, count(*)
  from (
    select lived.month, lead(lived.month) over (partition by lived.member_id order by lived.month) as next from lived
  ) seen
  group by 1, 2
)
select moved.month, (sum(moved.present) - sum(moved.kept) - sum(moved.back))::int as fresh, sum(moved.kept)::int as kept,
  sum(moved.back)::int as back, sum(moved.lapsed)::int as lapsed
from (
  select step.month, step.n as present, 0 as kept, 0 as back, 0 as lapsed from step
  union all
  select step.next, 0, case when step.next = step.month + 1 then step.n else 0 end,
    case when step.next > step.month + 1 then step.n else 0 end, 0
  from step where step.next is not null
  union all
  select step.month + 1, 0, 0, 0, step.n from step where step.next is null or step.next > step.month + 1
) moved group by 1`;

const PLAIN_WAITS = `
  select opened.day, extract(epoch from min(reply.instant) - opened.instant)::double precision as seconds
  from (
    select activity.thread_id, activity.member_id, activity.instant, ${localDay} as day
    from activity where activity.kind = 'posted' and activity.role = 'person' and ${localDay} >= ${TWO_YEARS}
  ) opened
  left join activity reply on reply.thread_id = opened.thread_id and reply.kind = 'replied'
    and reply.role in ('person', 'staff') and reply.member_id <> opened.member_id
  group by opened.thread_id, opened.day, opened.instant`;

const PLAIN_EDGES = `
  select activity.member_id, asked.member_id as to_member, count(*) as n
  from activity
  left join activity direct on direct.id = activity.reply_to_id
  left join activity opened on opened.thread_id = activity.thread_id and opened.kind = 'posted'
  join (select member.member_id, member.role from member) asked
    on asked.member_id = coalesce(direct.member_id, opened.member_id)
  where activity.kind = 'replied' and activity.role = 'person' and asked.role = 'person'
    and asked.member_id <> activity.member_id and ${localDay} >= ${ONE_YEAR}
  group by 1, 2`;

const opened = (cut: string): string => `
  select opened.local_day as day, opened.anyone_second - opened.second as seconds
  from fact_opened opened where opened.role = 'person' and opened.local_day >= ${TWO_YEARS}${cut.replaceAll('spent.', 'opened.')}`;

const met = (cut: string): string => `
  select given.from_member, given.to_member, count(*) as n
  from ${cut === '' ? 'fact_met' : 'fact_answer'} given
  where given.from_role = 'person' and given.to_role = 'person' and given.day >= ${ONE_YEAR}${cut.replaceAll('spent.', 'given.')}
  group by 1, 2`;

const plainMonths = `select distinct activity.member_id, ${monthOf(localDay)} from activity where activity.role = 'person'`;
const ourMonths = (cut: string): string => `select distinct spent.member_id, ${monthOf('spent.day')} from ${days(cut)}`;

/** Channels are counted by their numbers, and called by their ids afterwards. */
const weeklyInChannels = (cut: string): string => `
select told.week, channel.channel_id as channel, told.persons
from (
  select date_trunc('week', spent.day)::date as week, spent.channel, count(distinct spent.member)::int as persons
  from (
    select one.day, one.member, one.role, cell.channel, cell.channel_id, cell.language, cell.kind
    from spent one join cell on cell.n = one.cell
  ) spent
  where spent.role = 'person' and spent.day >= ${TWO_YEARS}${cut}
  group by 1, 2
) told
join channel_key channel on channel.n = told.channel`;

/** The seven questions by which engines are set side by side. */
export const QUESTIONS: readonly Question[] = [
  {
    name: 'weekly_active',
    ours: weeklyInChannels,
    plain: weekly(
      `activity where activity.role = 'person' and ${localDay} >= ${TWO_YEARS}`,
      localDay,
      'activity.channel_id',
      'activity.member_id',
    ),
    rolled: weekly(
      `roll_day rolled where rolled.day >= ${TWO_YEARS}`,
      'rolled.day',
      'rolled.channel_id',
      'rolled.member_id',
    ),
    limit: `select max(spent.member)::text, max(spent.cell)::text from spent where spent.day >= ${TWO_YEARS}`,
  },
  {
    name: 'cohort_triangle',
    ours: (cut) => cohorts(ourMonths(cut)),
    plain: cohorts(plainMonths),
    rolled: cohorts('select rolled.member_id, rolled.month from roll_month rolled'),
    limit: 'select max(spent.member)::text, max(spent.day)::text, max(spent.role)::text from spent',
  },
  {
    name: 'first_response',
    ours: (cut) => waits(opened(cut)),
    plain: waits(PLAIN_WAITS),
    rolled: waits(`select rolled.day, rolled.seconds from roll_thread rolled where rolled.day >= ${TWO_YEARS}`),
    limit: `select max(opened.second)::text, max(opened.anyone_second)::text from opened where opened.local_day >= ${TWO_YEARS}`,
  },
  {
    name: 'funnel_30d',
    ours: (cut) =>
      funnel(`select spent.member_id, spent.day, spent.n from ${days(cut)}`, cut === '' ? '' : 'materialized'),
    plain: funnel(`select activity.member_id, ${localDay}, 1 from activity where activity.role = 'person'`),
    rolled: funnel('select rolled.member_id, rolled.day, rolled.n from roll_day rolled'),
    limit:
      'select max(spent.member)::text, max(spent.day)::text, max(spent.role)::text, max(spent.posts)::text, max(spent.replies)::text from spent',
  },
  {
    name: 'concentration',
    ours: (cut) =>
      holdings(
        `select spent.member_id, sum(spent.n) as acts from ${days(cut)} and spent.day >= ${ONE_YEAR} group by 1`,
      ),
    plain: holdings(
      `select activity.member_id, count(*) as acts from activity where activity.role = 'person' and ${localDay} >= ${ONE_YEAR} group by 1`,
    ),
    rolled: holdings(
      `select rolled.member_id, sum(rolled.n) as acts from roll_day rolled where rolled.day >= ${ONE_YEAR} group by 1`,
    ),
    limit: `select max(spent.member)::text, max(spent.posts)::text, max(spent.replies)::text from spent where spent.day >= ${ONE_YEAR}`,
  },
  {
    name: 'reply_edges',
    ours: (cut) => edges(met(cut)),
    plain: edges(PLAIN_EDGES),
    rolled: edges(
      `select rolled.from_member, rolled.to_member, sum(rolled.n) as n from roll_edge rolled where rolled.day >= ${ONE_YEAR} group by 1, 2`,
    ),
    limit: `select max(answered.from_account)::text, max(answered.to_account)::text from answered where answered.day >= ${ONE_YEAR}`,
  },
  {
    name: 'lifecycle_flow',
    ours: (cut) => flow(ourMonths(cut)),
    plain: flow(plainMonths),
    rolled: flow('select rolled.member_id, rolled.month from roll_month rolled'),
    limit: 'select max(spent.member)::text, max(spent.day)::text, max(spent.role)::text from spent',
  },
];

/**
 * A slice nothing was prepared for: two of three languages, questions, half of the channels; channels one by one, as
 * figures name them.
 */
export function unforeseen(channels: readonly string[]): string {
  const half = channels.slice(0, Math.ceil(channels.length / 2)).map((id) => `'${id}'::uuid`);
  return ` and spent.channel_id in (${half.join()}) and spent.language in ('fr', 'en') and spent.kind = 'question'`;
}
