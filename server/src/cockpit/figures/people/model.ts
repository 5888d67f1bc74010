import type { Figure } from '#cockpit/figures/index.ts';

type Declared = Omit<Figure, 'finish'>;

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
select asked.w, count(distinct days.member_id)::int as persons
from asked left join days on days.day >= asked.from_day and days.day < asked.until_day
group by asked.w`,
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
select asked.w, count(first.member_id)::int as persons
from asked left join first on first.day >= asked.from_day and first.day < asked.until_day
group by asked.w`,
} as const satisfies Declared;

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
  steps: `
spell (member_id, day, n, before) as (
  select days.member_id, days.day, days.n, lag(days.day) over (partition by days.member_id order by days.day) from days
),
came (w, new, reactivated) as (
  select asked.w, count(case when spell.before is null then 1 end),
    count(case when spell.before < asked.from_day and spell.day - spell.before >= 90 then 1 end)
  from asked join spell on spell.day >= asked.from_day and spell.day < asked.until_day
  group by asked.w
),
regular (w, member_id) as (
  select asked.w, days.member_id
  from asked join days on days.day >= asked.from_day - 90 and days.day < asked.from_day
  group by asked.w, days.member_id having sum(days.n) >= 4
),
present (w, member_id) as (
  select distinct asked.w, days.member_id
  from asked join days on days.day >= asked.from_day and days.day < asked.until_day
),
went (w, lost) as (
  select regular.w, count(*)
  from regular left join present on present.w = regular.w and present.member_id = regular.member_id
  where present.w is null group by regular.w
)`,
  select: `
select asked.w, coalesce(came.new, 0)::int as new, coalesce(came.reactivated, 0)::int as reactivated,
  coalesce(went.lost, 0)::int as lost
from asked left join came on came.w = asked.w left join went on went.w = asked.w`,
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
  select asked.w, days.member_id, sum(days.n)
  from asked join days on days.day >= asked.from_day and days.day < asked.until_day
  group by asked.w, days.member_id
)`,
  select: 'select held.w, held.acts::int as acts, count(*)::int as persons from held group by held.w, held.acts',
} as const satisfies Declared;
