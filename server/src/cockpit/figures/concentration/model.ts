import type { Figure } from '#cockpit/figures/index.ts';

type Declared = Omit<Figure, 'finish' | 'detail'>;

const SHARED = {
  needs: [],
  reads: 'days',
  reachesBack: 0,
  shortest: 1,
  trend: 'weeks_or_months',
  compared: 'by_difference',
} as const;

const PERSONS = {
  ...SHARED,
  population: {
    fr: 'Les personnes ayant contribué pendant la période ; une personne est le membre fusionné.',
    en: 'Persons who contributed in the period; a person is the merged member.',
  },
  exclusions: {
    fr: 'L’équipe et les robots ; les messages masqués ou retirés ; les réactions. L’intervalle tient les personnes de la période pour un échantillon de celles qui auraient pu y écrire.',
    en: 'Staff and bots; messages hidden or withdrawn; reactions. The interval takes the persons of the period for a sample of those who might have written.',
  },
  steps: `
held (w, member_id, acts) as (
  select asked_day.w, days.member_id, sum(days.n)
  from asked_day join days on days.day = asked_day.day
  group by asked_day.w, days.member_id
)`,
  select: 'select held.w, held.acts::int as acts, count(*)::int as persons from held group by held.w, held.acts',
} as const;

export const ABSENCE_FACTOR = {
  ...PERSONS,
  id: 'absence_factor',
  name: { fr: 'Dépendance', en: 'Absence factor' },
  definition: {
    fr: 'Le plus petit nombre de personnes dont les contributions (messages et réponses), additionnées, atteignent la moitié de toutes celles de la période : autant d’absences suffiraient à en perdre la moitié.',
    en: 'The smallest number of persons whose contributions (posts and replies) add up to half of all those of the period: so many absences would be enough to lose half of them.',
  },
  unit: 'persons',
  direction: 'more_is_better',
  minimum: 6,
} as const satisfies Declared;

export const GINI = {
  ...PERSONS,
  id: 'gini',
  name: { fr: 'Inégalité des contributions', en: 'Inequality of contributions' },
  definition: {
    fr: 'Coefficient de Gini des contributions (messages et réponses) par personne : 0 quand toutes écrivent autant, proche de 1 quand une seule écrit presque tout.',
    en: 'Gini coefficient of contributions (posts and replies) per person: 0 when all write as much, near 1 when one person writes nearly everything.',
  },
  unit: 'index',
  direction: 'less_is_better',
  minimum: 20,
} as const satisfies Declared;

/** Who belongs to two organisations on one day counts for the one he joined last. */
export const ELEPHANT_FACTOR = {
  ...SHARED,
  id: 'elephant_factor',
  name: { fr: 'Dépendance aux organisations', en: 'Elephant factor' },
  definition: {
    fr: 'Le plus petit nombre d’organisations dont les membres, ensemble, font la moitié des contributions de la période, parmi celles de personnes dont l’organisation est connue ce jour-là. Qui appartient à plusieurs compte pour celle qu’il a rejointe en dernier.',
    en: 'The smallest number of organisations whose members, together, make half of the contributions of the period, among those by persons whose organisation is known on that day. Who belongs to several counts for the one joined last.',
  },
  population: {
    fr: 'Les organisations dont au moins un membre a contribué pendant la période.',
    en: 'Organisations of which at least one member contributed in the period.',
  },
  exclusions: {
    fr: 'Les contributions dont l’organisation n’est pas connue, et leur part est dite ; l’équipe et les robots ; les messages masqués ou retirés.',
    en: 'Contributions whose organisation is not known, and their share is told; staff and bots; messages hidden or withdrawn.',
  },
  unit: 'organisations',
  direction: 'more_is_better',
  minimum: 3,
  steps: `
belonging (w, member_id, day, n, organisation, rank) as (
  select spent.w, spent.member_id, spent.day, spent.n, belongs.organisation,
    row_number() over (
      partition by spent.w, spent.member_id, spent.day
      order by belongs.from_day desc nulls last, belongs.organisation
    )
  from (
    select asked_day.w, days.member_id, days.day, sum(days.n) as n
    from asked_day join days on days.day = asked_day.day
    where days.member_id in (select belongs.member_id from fact_affiliation belongs)
    group by asked_day.w, days.member_id, days.day
  ) spent
  join fact_affiliation belongs on belongs.member_id = spent.member_id
    and (belongs.from_day is null or belongs.from_day <= spent.day)
    and (belongs.until_day is null or belongs.until_day > spent.day)
),
held (w, organisation, acts) as (
  select belonging.w, belonging.organisation, sum(belonging.n)
  from belonging where belonging.rank = 1
  group by belonging.w, belonging.organisation
)`,
  // The organisations, and what all persons did together.
  select: `
select held.w, held.acts::int as acts, true as known, count(*)::int as organisations from held group by held.w, held.acts
union all
select asked_day.w, sum(days.n)::int as acts, false as known, 0 as organisations
from asked_day join days on days.day = asked_day.day
group by asked_day.w`,
} as const satisfies Declared;
