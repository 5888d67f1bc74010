import type { Figure, Sql } from '#cockpit/figures/index.ts';

type Declared = Omit<Figure, 'finish' | 'detail'>;

const THREADS = {
  population: {
    fr: 'Les fils ouverts par une personne pendant la période et dont l’ouverture est connue.',
    en: 'Threads opened by a person in the period and whose opening is known.',
  },
  reads: 'threads',
  reachesBack: 0,
  shortest: 1,
  trend: 'weeks_or_months',
} as const;

const ANSWER = {
  fr: 'réponse d’un autre humain (membre ou équipe)',
  en: 'reply by another human (member or staff)',
};

/** Null where nobody replied, 'both' where the first of each came at the same moment. */
const WHO_CAME_FIRST = (member: string, staff: string) => `case
  when ${member} is null and ${staff} is null then null
  when ${staff} is null or ${member} < ${staff} then 'member'
  when ${member} is null or ${staff} < ${member} then 'staff'
  else 'both' end`;

export const REPLY_COVERAGE_7D = {
  ...THREADS,
  id: 'reply_coverage_7d',
  name: { fr: 'Fils répondus en 7 jours', en: 'Threads answered within 7 days' },
  definition: {
    fr: `Fils ayant reçu au moins une ${ANSWER.fr} dans les 7 jours ÷ fils ouverts depuis au moins 7 jours. Là où le lieu ne donne que le jour, on compte en jours.`,
    en: `Threads with at least one ${ANSWER.en} within 7 days ÷ threads opened at least 7 days ago. Where the place gives days only, days are counted.`,
  },
  exclusions: {
    fr: 'Les fils ouverts par l’équipe ou par un robot ; les réponses des robots et celles de l’auteur du fil ; les fils trop jeunes, laissés de côté et comptés. L’âge d’un fil se mesure à la fin de l’observation : le dernier fait reçu du lieu.',
    en: 'Threads opened by staff or a bot; replies by bots and by the opener himself; threads still too young, left aside and counted. The age of a thread is taken at the end of observation: the newest fact received from the place.',
  },
  unit: 'share',
  direction: 'more_is_better',
  needs: ['replies'],
  minimum: 20,
  compared: 'by_difference',
  select: `
select judged.w, count(case when judged.is_ripe then 1 end)::int as ripe,
  count(case when judged.is_ripe and judged.is_answered then 1 end)::int as answered,
  count(case when not judged.is_ripe then 1 end)::int as unripe
from (
  select asked.w,
    case when threads.day is null then watched.until_second - threads.second >= 604800
      else watched.last_day - threads.day >= 7 end as is_ripe,
    coalesce(case when threads.day is null then threads.anyone_second - threads.second <= 604800
      else threads.anyone_day - threads.day <= 7 end, false) as is_answered
  from asked
  join threads on threads.opened_day >= asked.from_day and threads.opened_day < asked.until_day
  join watched on watched.place_id = threads.place_id
) judged
group by judged.w`,
} as const satisfies Declared;

export const FIRST_RESPONSE_TIME = {
  ...THREADS,
  id: 'first_response_time',
  name: { fr: 'Délai de première réponse', en: 'Time to first reply' },
  definition: {
    fr: `Temps entre l’ouverture d’un fil et la première ${ANSWER.fr} : médiane de Kaplan–Meier, où un fil sans réponse compte comme « pas encore » jusqu’à la fin de l’observation (le dernier fait reçu du lieu). À lire à côté des fils répondus en 7 jours. « Équipe » et « membres » : temps jusqu’à leur première réponse, quel que soit celui qui a répondu avant.`,
    en: `Time from the opening of a thread to the first ${ANSWER.en}: Kaplan–Meier median, in which a thread without a reply counts as “not yet” until the end of observation (the newest fact received from the place). To be read beside the threads answered within 7 days. “Staff” and “members”: time to their first reply, whoever answered before.`,
  },
  exclusions: {
    fr: 'Les fils ouverts par l’équipe ou par un robot ; les réponses des robots et celles de l’auteur du fil ; les lieux qui ne donnent que le jour.',
    en: 'Threads opened by staff or a bot; replies by bots and by the opener himself; places that give days only.',
  },
  unit: 'seconds',
  direction: 'less_is_better',
  needs: ['replies', 'hours'],
  minimum: 6,
  compared: 'by_ratio',
  // Who answered is told for the window itself (0) only: the others serve comparison and trend.
  steps: `
timed (w, from_second, last_second, anyone, staff, person) as (
  select asked.w, floor(threads.second), floor(watched.until_second),
    floor(threads.anyone_second), floor(threads.staff_second),
    floor(threads.person_second)
  from asked
  join threads on threads.opened_day >= asked.from_day and threads.opened_day < asked.until_day
  join watched on watched.place_id = threads.place_id
  where threads.instant is not null
),
waited (w, who, from_second, to_second, last_second) as (
  select timed.w, 'anyone', timed.from_second, timed.anyone, timed.last_second from timed
  union all
  select timed.w, 'staff', timed.from_second, timed.staff, timed.last_second from timed where timed.w = 0
  union all
  select timed.w, 'person', timed.from_second, timed.person, timed.last_second from timed where timed.w = 0
)`,
  select: `
select waited.w, waited.who, waited.to_second is not null as answered,
  greatest(0, coalesce(waited.to_second, waited.last_second) - waited.from_second)::double precision as seconds,
  count(*)::int as threads
from waited group by 1, 2, 3, 4`,
} as const satisfies Declared;

export const UNANSWERED = {
  ...THREADS,
  id: 'unanswered',
  name: { fr: 'Questions sans réponse', en: 'Unanswered questions' },
  definition: {
    fr: `Fils qui posent une question et n’ont reçu aucune ${ANSWER.fr} jusqu’à la fin de l’observation (le dernier fait reçu du lieu). Les plus récents ont eu moins de temps pour en recevoir une.`,
    en: `Threads that ask a question and got no ${ANSWER.en} until the end of observation (the newest fact received from the place). The latest ones had less time to get one.`,
  },
  exclusions: {
    fr: 'Les fils qui ne posent pas de question, et ceux dont on ne sait pas s’ils en posent une ; les fils ouverts par l’équipe ou par un robot ; les réponses des robots et celles de l’auteur du fil n’en sont pas.',
    en: 'Threads that ask nothing, and those of which it is not known whether they do; threads opened by staff or a bot; replies by bots and by the opener himself are none.',
  },
  unit: 'threads',
  direction: 'less_is_better',
  needs: ['replies'],
  minimum: 0,
  compared: 'by_difference',
  select: `
select asked.w, count(*)::int as threads, count(threads.kind)::int as known,
  count(case when threads.kind = 'question' then 1 end)::int as questions,
  count(case when threads.kind = 'question' and threads.anyone is null and threads.anyone_day is null then 1 end)::int
    as unanswered
from asked
join threads on threads.opened_day >= asked.from_day and threads.opened_day < asked.until_day
group by asked.w`,
} as const satisfies Declared;

export const MEMBER_ANSWERED_SHARE = {
  ...THREADS,
  id: 'member_answered_share',
  name: { fr: 'Premières réponses par un membre', en: 'First replies by a member' },
  definition: {
    fr: 'Fils dont la première réponse vient d’un membre qui n’est pas de l’équipe ÷ fils ayant reçu une réponse d’un autre humain.',
    en: 'Threads whose first reply came from a member who is not staff ÷ threads with a reply by another human.',
  },
  exclusions: {
    fr: 'Les fils sans réponse ; ceux où l’on ne peut pas dire qui fut le premier, un membre et l’équipe ayant répondu au même moment, ou le même jour là où le lieu ne donne que le jour : laissés de côté et comptés ; les fils ouverts par l’équipe ou par un robot ; les réponses des robots et celles de l’auteur du fil.',
    en: 'Threads without a reply; those where it cannot be told who was first, a member and staff having replied at the same moment, or on the same day where the place gives days only: left aside and counted; threads opened by staff or a bot; replies by bots and by the opener himself.',
  },
  unit: 'share',
  direction: 'more_is_better',
  needs: ['replies'],
  minimum: 20,
  compared: 'by_difference',
  select: `
select first.w, count(*)::int as threads, count(case when first.who = 'member' then 1 end)::int as members,
  count(case when first.who = 'staff' then 1 end)::int as staff,
  count(case when first.who = 'both' then 1 end)::int as both
from (
  select asked.w,
    case when threads.day is null then ${WHO_CAME_FIRST('threads.person', 'threads.staff')}
      else ${WHO_CAME_FIRST('threads.person_day', 'threads.staff_day')} end as who
  from asked
  join threads on threads.opened_day >= asked.from_day and threads.opened_day < asked.until_day
) first
group by first.w`,
} as const satisfies Declared;

export const SOLO_THREADS = {
  ...THREADS,
  id: 'solo_threads',
  name: { fr: 'Fils restés seuls', en: 'Solo threads' },
  definition: {
    fr: 'Fils où seul leur auteur a écrit, jusqu’à la fin de l’observation (le dernier fait reçu du lieu) ÷ fils. Les plus récents ont eu moins de temps pour être rejoints.',
    en: 'Threads in which only the opener wrote, until the end of observation (the newest fact received from the place) ÷ threads. The latest ones had less time to be joined.',
  },
  exclusions: {
    fr: 'Les fils ouverts par l’équipe ou par un robot ; les messages des robots ; les messages masqués ou retirés.',
    en: 'Threads opened by staff or a bot; messages by bots; messages hidden or withdrawn.',
  },
  unit: 'share',
  direction: 'less_is_better',
  needs: ['replies'],
  minimum: 20,
  compared: 'by_difference',
  select: `
select asked.w, count(*)::int as threads,
  count(case when threads.anyone is null and threads.anyone_day is null then 1 end)::int as solo
from asked
join threads on threads.opened_day >= asked.from_day and threads.opened_day < asked.until_day
group by asked.w`,
} as const satisfies Declared;

/** The questions that wait, with their age at the end of observation: in seconds, or in days where days are all there is. */
const WAITING = `
waiting (id, instant, day, opened_day, seconds, days) as (
  select threads.id, threads.instant, threads.day, threads.opened_day,
    floor(watched.until_second) - floor(threads.second),
    watched.last_day - threads.day
  from asked
  join threads on threads.opened_day >= asked.from_day and threads.opened_day < asked.until_day
  join watched on watched.place_id = threads.place_id
  where asked.w = 0 and threads.kind = 'question' and threads.anyone is null and threads.anyone_day is null
)`;

/** How many wait for how many whole days. */
export const UNANSWERED_AGES = {
  reads: 'threads',
  steps: WAITING,
  select: `
select 0 as w, coalesce(floor(waiting.seconds / 86400)::int, waiting.days) as days, count(*)::int as threads
from waiting group by 2`,
} as const satisfies Sql;

/** One page of them, the oldest first: `$offset` and `$limit` are whole numbers of our own. */
export const unansweredPage = (offset: number, limit: number): Sql => ({
  reads: 'threads',
  steps: WAITING,
  select: `
select waiting.id::text as id, floor(extract(epoch from waiting.instant))::double precision as opened_second,
  waiting.day::text as opened_day, waiting.seconds::double precision as seconds, waiting.days,
  (count(*) over ())::int as total
from waiting
order by waiting.opened_day, waiting.instant, waiting.id
limit ${String(limit)} offset ${String(offset)}`,
});
