import type { Figure } from '#cockpit/figures/index.ts';

type Declared = Omit<Figure, 'finish'>;

const NEWCOMERS = {
  unit: 'share',
  direction: 'more_is_better',
  minimum: 20,
  reachesBack: 0,
  shortest: 1,
  trend: 'weeks_or_months',
  compared: 'by_difference',
} as const;

export const ACTIVATION_30D = {
  ...NEWCOMERS,
  id: 'activation_30d',
  name: { fr: 'Nouveaux revenus écrire en 30 jours', en: 'Newcomers who wrote again within 30 days' },
  definition: {
    fr: 'Nouveaux contributeurs de la période ayant écrit de nouveau, un autre jour, dans les 30 jours après leur première contribution ÷ nouveaux contributeurs arrivés depuis au moins 30 jours.',
    en: 'New contributors of the period who wrote again, on another day, within 30 days of their first contribution ÷ new contributors who came at least 30 days ago.',
  },
  population: {
    fr: 'Les personnes dont la première contribution, dans les lieux et salons choisis, tombe dans la période.',
    en: 'Persons whose first contribution, in the chosen places and channels, lies in the period.',
  },
  exclusions: {
    fr: 'L’équipe et les robots ; les messages masqués ou retirés ; les réactions ; les personnes arrivées depuis trop peu de temps, laissées de côté et comptées. L’ancienneté se mesure à la fin de l’observation : le dernier fait reçu des lieux choisis.',
    en: 'Staff and bots; messages hidden or withdrawn; reactions; persons who came too recently, left aside and counted. The time since somebody came is taken at the end of observation: the newest fact received from the chosen places.',
  },
  needs: [],
  reads: 'days',
  steps: `
first (member_id, day) as (select days.member_id, min(days.day) from days group by days.member_id),
fresh (member_id, day) as (
  select first.member_id, first.day
  from first join (select distinct asked_day.day from asked_day) inside on inside.day = first.day
),
again (member_id) as (
  select distinct fresh.member_id
  from fresh join days on days.member_id = fresh.member_id
  where days.day > fresh.day and days.day - fresh.day <= 30
)`,
  select: `
select asked_day.w, count(case when observed.last_day - fresh.day >= 30 then 1 end)::int as ripe,
  count(case when observed.last_day - fresh.day >= 30 and again.member_id is not null then 1 end)::int as good,
  count(case when observed.last_day - fresh.day >= 30 then null else 1 end)::int as unripe
from asked_day join fresh on fresh.day = asked_day.day
left join again on again.member_id = fresh.member_id
cross join observed
group by asked_day.w`,
} as const satisfies Declared;
