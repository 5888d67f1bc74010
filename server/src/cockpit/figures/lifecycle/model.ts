import type { Figure, Sql } from '#cockpit/figures/index.ts';

type Declared = Omit<Figure, 'finish' | 'detail'>;

/** Where a person stands at the end of a period; each in exactly one. */
export const STATES = ['new', 'returned', 'core', 'active', 'fading', 'dormant', 'gone'] as const;
export type LifecycleState = (typeof STATES)[number];

/** Those who are there: they contributed in the last 30 days. */
export const PRESENT = ['new', 'returned', 'core', 'active'] as const satisfies readonly LifecycleState[];

/** The bounds of the states, in days before the end of the period. */
export const BOUNDS = { present: 30, fading: 60, dormant: 180, silence: 90, weeks: 4, ofWeeks: 3 } as const;

const { present, fading, dormant, silence, weeks, ofWeeks } = BOUNDS;

const PERSONS = {
  population: {
    fr: 'Les personnes ayant contribué au moins une fois avant la fin de la période ; une personne est le membre fusionné.',
    en: 'Persons who contributed at least once before the end of the period; a person is the merged member.',
  },
  exclusions: {
    fr: 'L’équipe et les robots ; les messages masqués ou retirés ; les réactions.',
    en: 'Staff and bots; messages hidden or withdrawn; reactions.',
  },
  needs: [],
  reads: 'days',
  compared: 'by_difference',
} as const;

/**
 * The state of every person at some ends of periods (`ending`): whoever wrote in the last days is met day by day, the
 * silent ones by the gap in which the end falls. A gap of 90 days that ends in the last 30 can only be before the first
 * of these.
 */
const stateSteps = (ending: string): string => `
ending (day) as (${ending}),
recent_day (ending, day) as (
  select ending.day, calendar.day
  from ending join calendar on calendar.day >= ending.day - ${String(present)} and calendar.day < ending.day
),
run (member_id, day, former_day, next_day, first_day) as (
  select days.member_id, days.day, lag(days.day) over own, lead(days.day) over own, first_value(days.day) over own
  from days
  window own as (partition by days.member_id order by days.day)
),
lately (ending, member_id, first_day, is_back, weeks) as (
  select recent_day.ending, run.member_id, min(run.first_day),
    bool_or(coalesce(run.day - run.former_day >= ${String(silence)}, false)),
    count(distinct case when recent_day.ending - run.day <= ${String(weeks * 7)}
      then floor((recent_day.ending - run.day - 1) / 7.0) end)
  from recent_day join run on run.day = recent_day.day
  group by 1, 2
),
state (ending, member_id, state) as (
  select lately.ending, lately.member_id,
    case when lately.ending - lately.first_day <= ${String(present)} then 'new' when lately.is_back then 'returned'
      when lately.weeks >= ${String(ofWeeks)} then 'core' else 'active' end
  from lately
  union all
  select ending.day, long.member_id,
    case when ending.day - long.day <= ${String(fading)} then 'fading'
      when ending.day - long.day <= ${String(dormant)} then 'dormant' else 'gone' end
  from (
    select run.member_id, run.day, coalesce(run.next_day, date '9999-12-31') as next_day
    from run
    where run.next_day is null or run.next_day - run.day > ${String(present)}
  ) long
  join ending on ending.day - long.day > ${String(present)} and ending.day <= long.next_day
)`;

export const LIFECYCLE_STATE = {
  ...PERSONS,
  id: 'lifecycle_state',
  name: { fr: 'Présents en fin de période', en: 'There at the end of the period' },
  definition: {
    fr: `Personnes ayant contribué dans les ${String(present)} derniers jours de la période. Chacune est dans un seul état : nouvelle (première contribution il y a ${String(present)} jours ou moins), revenue (après ${String(silence)} jours de silence ou plus), du noyau (au moins ${String(ofWeeks)} des ${String(weeks)} dernières semaines), active (les autres) ; puis qui s’éloigne (dernière contribution il y a 31 à ${String(fading)} jours), en sommeil (61 à ${String(dormant)} jours), partie (plus de ${String(dormant)} jours).`,
    en: `Persons who contributed in the last ${String(present)} days of the period. Each is in one state: new (first contribution ${String(present)} days ago or less), returned (after ${String(silence)} days of silence or more), core (in at least ${String(ofWeeks)} of the last ${String(weeks)} weeks), active (the others); then fading (last contribution 31 to ${String(fading)} days ago), dormant (61 to ${String(dormant)} days), gone (more than ${String(dormant)} days).`,
  },
  unit: 'persons',
  direction: 'more_is_better',
  minimum: 0,
  reachesBack: { beforeItsEnd: dormant },
  shortest: 1,
  trend: 'weeks_or_months',
  steps: stateSteps('select distinct asked.until_day from asked'),
  select: `
select asked.w, state.state, count(*)::int as persons
from asked join state on state.ending = asked.until_day
group by 1, 2`,
} as const satisfies Declared;

/** Who went where in each window, from its first day to its end; whoever had not come yet was `absent`. */
export const FLOW = {
  reads: 'days',
  steps: stateSteps('select asked.from_day from asked union select asked.until_day from asked'),
  select: `
select asked.w, coalesce(earlier.state, 'absent') as before, later.state as after, count(*)::int as persons
from asked join state later on later.ending = asked.until_day
left join state earlier on earlier.ending = asked.from_day and earlier.member_id = later.member_id
group by 1, 2, 3`,
} as const satisfies Sql;

/** From how many days with a contribution on a rhythm is one, and the bounds of the silence that breaks it, in days. */
export const RHYTHM = { acts: 4, times: 3, least: 28, most: 120, gone: 180 } as const;

const { acts, times, least, most, gone } = RHYTHM;

/**
 * Who has been silent at the end of windows (`of`) since which day, and the rhythm of the days before it; several rows of a
 * person and day count once.
 */
const rhythmSteps = (of: string): string => `
run (member_id, day, former_day, next_day, nth) as (
  select days.member_id, days.day, lag(days.day) over own, lead(days.day) over own, dense_rank() over own
  from days
  window own as (partition by days.member_id order by days.day)
),
silent (w, until_day, member_id, day) as (
  select asked.w, asked.until_day, long.member_id, long.day
  from (
    select run.member_id, run.day, coalesce(run.next_day, date '9999-12-31') as next_day
    from run
    where run.nth >= ${String(acts)} and (run.next_day is null or run.next_day - run.day > ${String(least)})
  ) long
  join asked on asked.until_day - long.day > ${String(least)} and asked.until_day <= long.next_day
  where ${of}
),
lull (member_id, day) as (
  select distinct silent.member_id, silent.day from silent where silent.until_day - silent.day <= ${String(gone)}
),
rhythm (member_id, day, gap, acts) as (
  select lull.member_id, lull.day,
    percentile_cont(0.5) within group (order by (run.day - run.former_day)::double precision), count(*) + 1
  from lull join run on run.member_id = lull.member_id and run.day <= lull.day
  where run.day > run.former_day
  group by 1, 2
)`;

const RHYTHM_OF_SILENT = `
from silent left join rhythm on rhythm.member_id = silent.member_id and rhythm.day = silent.day
  and silent.until_day - silent.day <= ${String(gone)}`;

/** Silent for longer than three times the usual gap, which counts as 28 days at least and 120 at most. */
const BROKEN = `rhythm.gap is not null and silent.until_day - silent.day - 1
    >= least(${String(most)}, greatest(${String(least)}, ${String(times)} * rhythm.gap))`;

export const AT_RISK = {
  ...PERSONS,
  id: 'at_risk',
  name: { fr: 'Membres en train de partir', en: 'Members at risk' },
  definition: {
    fr: `Personnes sans contribution, à la fin de la période, depuis au moins ${String(times)} fois leur écart médian entre deux jours de contribution (au moins ${String(least)} jours, au plus ${String(most)}), et depuis ${String(gone)} jours au plus ; à partir de ${String(acts)} jours de contribution. « Partis » : le même silence depuis plus de ${String(gone)} jours.`,
    en: `Persons without a contribution, at the end of the period, for at least ${String(times)} times their own median gap between two days with a contribution (at least ${String(least)} days, at most ${String(most)}), and for ${String(gone)} days at most; from ${String(acts)} days with a contribution on. “Gone”: the same silence for more than ${String(gone)} days.`,
  },
  population: {
    fr: `Les personnes ayant contribué au moins ${String(acts)} jours différents.`,
    en: `Persons who contributed on at least ${String(acts)} different days.`,
  },
  unit: 'persons',
  direction: 'less_is_better',
  minimum: 0,
  reachesBack: { beforeItsEnd: gone },
  shortest: 1,
  trend: 'months',
  steps: rhythmSteps('true'),
  select: `
select silent.w, count(case when ${BROKEN} then 1 end)::int as persons,
  count(case when rhythm.member_id is null then 1 end)::int as gone${RHYTHM_OF_SILENT}
group by silent.w`,
} as const satisfies Declared;

/** For how many whole days those at risk have been silent. */
export const SILENCES = {
  reads: 'days',
  steps: rhythmSteps('asked.w = 0'),
  select: `
select (silent.until_day - silent.day - 1)::int as silent, count(*)::int as persons${RHYTHM_OF_SILENT}
where ${BROKEN}
group by 1`,
} as const satisfies Sql;

export const STICKINESS = {
  ...PERSONS,
  id: 'stickiness',
  name: { fr: 'Assiduité', en: 'Stickiness' },
  definition: {
    fr: 'Moyenne, sur les jours de la période, des personnes actives ce jour ÷ moyenne, sur les mêmes jours, des personnes actives dans les 30 jours finissant ce jour. 10 % : un membre actif vient en moyenne trois jours sur trente.',
    en: 'Mean, over the days of the period, of persons active on the day ÷ mean, over the same days, of persons active in the 30 days that end with it. 10%: an active member comes three days in thirty on average.',
  },
  population: {
    fr: 'Les personnes actives pendant la période ou les 29 jours avant.',
    en: 'Persons active in the period or in the 29 days before.',
  },
  unit: 'share',
  direction: 'more_is_better',
  minimum: 20,
  reachesBack: 29,
  shortest: 7,
  trend: 'weeks_or_months',
  // A person counts as active of 30 days from a day on until he comes again, for 30 days at most.
  steps: `
spent (member_id, day, next_day) as (
  select days.member_id, days.day, lead(days.day) over (partition by days.member_id order by days.day)
  from days join calendar on calendar.day = days.day
),
near_day (w, from_day, until_day, day) as (
  select asked.w, asked.from_day, asked.until_day, calendar.day
  from asked join calendar on calendar.day >= asked.from_day - 29 and calendar.day < asked.until_day
),
held (w, member_id, x, y) as (
  select near_day.w, spent.member_id, count(case when spent.day >= near_day.from_day then 1 end),
    sum(greatest(0, least(spent.day + 30, coalesce(spent.next_day, spent.day + 30), near_day.until_day)
      - greatest(spent.day, near_day.from_day)))
  from near_day join spent on spent.day = near_day.day
  where spent.next_day is null or spent.next_day > spent.day
  group by 1, 2
)`,
  select: `
select held.w, count(*)::int as persons, sum(held.x)::double precision as x, sum(held.y)::double precision as y,
  sum(held.x * held.x)::double precision as xx, sum(held.x * held.y)::double precision as xy,
  sum(held.y * held.y)::double precision as yy
from held group by held.w`,
} as const satisfies Declared;

/** Those at risk one by one, those who contributed on most days first; `total`: how many there are in all. */
export const atRiskMembers = (limit: number, offset: number): Sql => ({
  reads: 'days',
  steps: rhythmSteps('asked.w = 0'),
  select: `
select known.id::text as member_id, rhythm.day::text as last, (silent.until_day - silent.day - 1)::int as silent,
  rhythm.gap::double precision as gap, rhythm.acts::int as acts, (count(*) over ())::int as total${RHYTHM_OF_SILENT}
join fact_member known on known.member_id = silent.member_id
where ${BROKEN}
order by rhythm.acts desc, rhythm.day desc, known.id
limit ${String(limit)} offset ${String(offset)}`,
});

/** The days on which one member contributed before the window's end, in order. */
export const daysOfMember = (memberId: string): Sql => ({
  reads: 'days',
  select: `
select distinct days.day::text as day
from days join asked on asked.w = 0 and days.day < asked.until_day
where days.member_id in (select known.member_id from fact_member known where known.id = '${memberId}'::uuid)
order by 1`,
});
