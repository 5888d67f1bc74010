import type { Figure } from '#cockpit/figures/index.ts';

type Declared = Omit<Figure, 'finish' | 'detail'>;

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

export const WELCOMED_24H = {
  ...NEWCOMERS,
  id: 'welcomed_24h',
  name: { fr: 'Nouveaux accueillis en 24 h', en: 'Newcomers welcomed within 24 h' },
  definition: {
    fr: 'Nouveaux contributeurs de la période dont la première contribution a reçu, dans les 24 heures, une réponse d’un autre humain (membre ou équipe) ÷ nouveaux contributeurs arrivés depuis au moins 24 heures. Une réponse : un message qui répond à cette contribution, ou qui la suit dans le même fil sans répondre à un autre message.',
    en: 'New contributors of the period whose first contribution got, within 24 hours, a reply by another human (member or staff) ÷ new contributors who came at least 24 hours ago. A reply: a message that answers this contribution, or follows it in the same thread without answering another message.',
  },
  population: ACTIVATION_30D.population,
  exclusions: {
    fr: 'L’équipe et les robots parmi les nouveaux, les robots parmi ceux qui répondent ; les messages masqués ou retirés ; les personnes arrivées depuis moins de 24 heures à la fin de l’observation de leur lieu, laissées de côté et comptées ; celles dont on ne sait que le jour ; les lieux qui ne disent pas qui répond à qui, ou ne donnent que le jour.',
    en: 'Staff and bots among newcomers, bots among those who reply; messages hidden or withdrawn; persons who came less than 24 hours before the end of observation of their place, left aside and counted; those of whom only the day is known; places that do not tell who answers whom, or give the day only.',
  },
  needs: ['replies', 'hours'],
  reads: ['days', 'threads', 'messages'],
  // Replies are looked for day by day, so that all other days are skipped: 24 hours reach into three of them at most.
  steps: `
first (member_id, day) as (select days.member_id, min(days.day) from days group by days.member_id),
fresh (member_id, day) as (
  select first.member_id, first.day
  from first join (select distinct asked_day.day from asked_day) inside on inside.day = first.day
),
came (identity_id, member_id, day) as materialized (
  select author.identity_id, fresh.member_id, fresh.day
  from fresh join authors author on author.member_id = fresh.member_id
),
said (member_id, id, place_id, thread_id, instant, day, nth) as (
  select came.member_id, messages.id, messages.place_id, messages.thread_id, messages.instant, came.day,
    row_number() over (partition by came.member_id order by messages.instant, messages.id)
  from came join messages on messages.identity_id = came.identity_id and messages.day = came.day
  where messages.instant is not null
),
near (member_id, id, thread_id, instant, day) as (
  select said.member_id, said.id, said.thread_id, said.instant, said.day + step.n::int
  from said cross join generate_series(0, 2) as step (n)
  where said.nth = 1
),
after (member_id, from_instant, by_identity, instant) as (
  select near.member_id, near.instant, answer.identity_id, answer.instant
  from near join plain_message answer on answer.local_day = near.day and answer.reply_to_id = near.id
  where answer.counts
  union all
  select near.member_id, near.instant, answer.identity_id, answer.instant
  from near join plain_message answer on answer.local_day = near.day and answer.thread_id = near.thread_id
  where answer.counts and answer.reply_to_id is null and not answer.opens
),
greeted (member_id) as (
  select distinct after.member_id
  from after join authors author on author.identity_id = after.by_identity
  where author.role in ('person', 'staff') and author.member_id <> after.member_id
    and after.instant >= after.from_instant and after.instant <= after.from_instant + interval '24 hours'
)`,
  select: `
select judged.w, count(case when judged.is_ripe then 1 end)::int as ripe,
  count(case when judged.is_ripe and judged.is_greeted then 1 end)::int as good,
  count(case when not judged.is_ripe then 1 end)::int as unripe
from (
  select asked_day.w, said.instant + interval '24 hours' <= watched.until_instant as is_ripe,
    greeted.member_id is not null as is_greeted
  from asked_day join fresh on fresh.day = asked_day.day
  join said on said.member_id = fresh.member_id and said.nth = 1
  join watched on watched.place_id = said.place_id
  left join greeted on greeted.member_id = fresh.member_id
) judged
group by judged.w`,
} as const satisfies Declared;
