import type { Figure } from '#cockpit/figures/index.ts';

type Declared = Omit<Figure, 'finish' | 'detail'>;

const PERSONS = {
  population: {
    fr: 'Les personnes ; une personne est le membre fusionné, quel que soit le nombre de ses comptes.',
    en: 'Persons; a person is the merged member, whatever the number of his accounts.',
  },
  exclusions: {
    fr: 'L’équipe et les robots ; les messages masqués ou retirés ; les réactions, comptées à part.',
    en: 'Staff and bots; messages hidden or withdrawn; reactions, counted apart.',
  },
  needs: [],
  reads: 'days',
} as const;

export const ACTIVE_MEMBERS = {
  ...PERSONS,
  id: 'active_members',
  name: { fr: 'Membres actifs', en: 'Active members' },
  definition: {
    fr: 'Personnes ayant publié au moins un message ou une réponse pendant la période.',
    en: 'Persons with at least one post or reply in the period.',
  },
  unit: 'persons',
  direction: 'more_is_better',
  minimum: 0,
  reachesBack: 0,
  shortest: 1,
  trend: 'weeks_or_months',
  compared: 'by_difference',
  select: `
select asked_day.w, count(distinct days.member_id)::int as persons
from asked_day join days on days.day = asked_day.day
group by asked_day.w`,
} as const satisfies Declared;

export const NEW_CONTRIBUTORS = {
  ...PERSONS,
  id: 'new_contributors',
  name: { fr: 'Nouveaux contributeurs', en: 'New contributors' },
  definition: {
    fr: 'Personnes dont la toute première contribution (message ou réponse), dans les lieux et salons choisis, tombe dans la période.',
    en: 'Persons whose first contribution ever (post or reply), in the chosen places and channels, lies in the period.',
  },
  unit: 'persons',
  direction: 'more_is_better',
  minimum: 0,
  reachesBack: 0,
  shortest: 1,
  trend: 'weeks_or_months',
  compared: 'by_difference',
  steps: 'first (member_id, day) as (select days.member_id, min(days.day) from days group by days.member_id)',
  select: `
select asked_day.w, count(*)::int as persons
from asked_day join first on first.day = asked_day.day
group by asked_day.w`,
} as const satisfies Declared;

export const REACTORS = {
  ...PERSONS,
  id: 'reactors',
  name: { fr: 'Membres qui réagissent', en: 'Members who react' },
  definition: {
    fr: 'Personnes ayant réagi à au moins un message pendant la période, qu’elles aient écrit ou non. Là où aucune réaction n’est datée, le chiffre est indisponible.',
    en: 'Persons who reacted to at least one message in the period, whether they wrote or not. Where no reaction has a date, the figure is unavailable.',
  },
  exclusions: {
    fr: 'L’équipe et les robots ; les réactions retirées, anonymes ou sans date ; les lieux qui ne disent pas qui réagit.',
    en: 'Staff and bots; reactions withdrawn, anonymous or without a date; places that do not tell who reacts.',
  },
  needs: ['reactions'],
  reads: 'reactions',
  unit: 'persons',
  direction: 'more_is_better',
  minimum: 0,
  reachesBack: 0,
  shortest: 1,
  trend: 'weeks_or_months',
  compared: 'by_difference',
  select: `
select asked.w, count(distinct inside.member_id)::int as persons, max(known.dated)::int as dated,
  max(known.undated)::int as undated
from asked
left join (
  select asked_day.w, reactions.member_id from asked_day join reactions on reactions.day = asked_day.day
) inside on inside.w = asked.w
cross join (
  select count(reactions.day) as dated, count(*) - count(reactions.day) as undated from reactions
) known
group by asked.w`,
} as const satisfies Declared;

/** Who came, and who was there before, in each window: what three figures are read from. */
const COMING_AND_GOING = `
before_day (w, day) as (
  select asked.w, calendar.day
  from asked join calendar on calendar.day >= asked.from_day - 90 and calendar.day < asked.from_day
),
first (member_id, day) as (select days.member_id, min(days.day) from days group by days.member_id),
inside (w, member_id, day) as (
  select asked_day.w, days.member_id, min(days.day)
  from asked_day join days on days.day = asked_day.day group by asked_day.w, days.member_id
),
recent (w, member_id, day, n) as (
  select before_day.w, days.member_id, max(days.day), sum(days.n)
  from before_day join days on days.day = before_day.day group by before_day.w, days.member_id
)`;

/**
 * Who came, came back and was lost in each window: what two figures are told from. Whoever has no recent day was silent
 * for more than 90 days before the window, or is new.
 */
const CAME_AND_WENT = `
select coalesce(inside.w, recent.w) as w,
  count(case when first.day = inside.day then 1 end)::int as new,
  count(case when first.day < inside.day and (recent.day is null or inside.day - recent.day >= 90) then 1 end)::int
    as reactivated,
  count(case when inside.day is null and recent.n >= 4 then 1 end)::int as lost
from inside
full join recent on recent.w = inside.w and recent.member_id = inside.member_id
left join first on first.member_id = inside.member_id
group by 1`;

export const NET_ACTIVE_CHANGE = {
  ...PERSONS,
  id: 'net_active_change',
  name: { fr: 'Solde des actifs', en: 'Net change of active members' },
  definition: {
    fr: 'Nouveaux + revenus − perdus. Nouveaux : première contribution dans la période. Revenus : première contribution de la période après au moins 90 jours de silence. Perdus : au moins 4 contributions dans les 90 jours avant la période et aucune pendant. La période dure au moins 30 jours, ou un mois entier.',
    en: 'New + returned − lost. New: first contribution ever in the period. Returned: first contribution of the period after at least 90 days of silence. Lost: at least 4 contributions in the 90 days before the period and none in it. The period has at least 30 days, or is a whole month.',
  },
  unit: 'persons',
  direction: 'more_is_better',
  minimum: 0,
  reachesBack: 90,
  shortest: 30,
  trend: 'months',
  compared: 'by_difference',
  steps: COMING_AND_GOING,
  select: CAME_AND_WENT,
} as const satisfies Declared;

export const LOST_REGULARS = {
  ...PERSONS,
  id: 'lost_regulars',
  name: { fr: 'Habitués perdus', en: 'Lost regulars' },
  definition: {
    fr: 'Personnes ayant fait au moins 4 contributions dans les 90 jours avant la période et aucune pendant. La période dure au moins 30 jours, ou un mois entier.',
    en: 'Persons with at least 4 contributions in the 90 days before the period and none in it. The period has at least 30 days, or is a whole month.',
  },
  unit: 'persons',
  direction: 'less_is_better',
  minimum: 0,
  reachesBack: 90,
  shortest: 30,
  trend: 'months',
  compared: 'by_difference',
  steps: COMING_AND_GOING,
  select: CAME_AND_WENT,
} as const satisfies Declared;

export const REACTIVATED = {
  ...PERSONS,
  id: 'reactivated',
  name: { fr: 'Membres revenus', en: 'Returned members' },
  definition: {
    fr: 'Personnes dont la première contribution de la période vient après au moins 90 jours de silence.',
    en: 'Persons whose first contribution of the period comes after at least 90 days of silence.',
  },
  unit: 'persons',
  direction: 'more_is_better',
  minimum: 0,
  reachesBack: 90,
  shortest: 1,
  trend: 'weeks_or_months',
  compared: 'by_difference',
  steps: COMING_AND_GOING,
  select: `
select inside.w, count(*)::int as persons
from inside
join first on first.member_id = inside.member_id and first.day < inside.day
left join recent on recent.w = inside.w and recent.member_id = inside.member_id
where recent.day is null or inside.day - recent.day >= 90
group by inside.w`,
} as const satisfies Declared;

export const TOP1_SHARE = {
  ...PERSONS,
  id: 'top1_share',
  name: { fr: 'Part des 1 % les plus actifs', en: 'Share of the most active 1%' },
  definition: {
    fr: 'Part des contributions (messages et réponses) dues au 1 % de personnes le plus actif de la période, au moins une personne.',
    en: 'Share of the contributions (posts and replies) made by the most active 1% of persons in the period, at least one person.',
  },
  unit: 'share',
  direction: 'less_is_better',
  minimum: 20,
  reachesBack: 0,
  shortest: 1,
  trend: 'weeks_or_months',
  compared: 'by_difference',
  steps: `
held (w, member_id, acts) as (
  select asked_day.w, days.member_id, sum(days.n)
  from asked_day join days on days.day = asked_day.day
  group by asked_day.w, days.member_id
)`,
  select: 'select held.w, held.acts::int as acts, count(*)::int as persons from held group by held.w, held.acts',
} as const satisfies Declared;
