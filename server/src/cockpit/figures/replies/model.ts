import type { Figure } from '#cockpit/figures/index.ts';

type Declared = Omit<Figure, 'finish'>;

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
    case when threads.day is null then threads.instant + interval '168 hours' <= watched.until_instant
      else watched.last_day - threads.day >= 7 end as is_ripe,
    coalesce(case when threads.day is null then threads.anyone <= threads.instant + interval '168 hours'
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
  select asked.w, floor(extract(epoch from threads.instant)), floor(extract(epoch from watched.until_instant)),
    floor(extract(epoch from threads.anyone)), floor(extract(epoch from threads.staff)),
    floor(extract(epoch from threads.person))
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
