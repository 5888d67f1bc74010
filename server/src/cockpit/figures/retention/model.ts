import type { Figure, Sql } from '#cockpit/figures/index.ts';

type Declared = Omit<Figure, 'finish' | 'detail'>;

const EXCLUSIONS = {
  fr: 'L’équipe et les robots ; les messages masqués ou retirés ; les réactions.',
  en: 'Staff and bots; messages hidden or withdrawn; reactions.',
};

/** Active in a window and in the equal one just before it: two shares of the same people, by two denominators. */
const BOTH_WINDOWS = {
  exclusions: EXCLUSIONS,
  unit: 'share',
  direction: 'more_is_better',
  needs: [],
  minimum: 20,
  reachesBack: 'its_length',
  shortest: 1,
  trend: 'weeks_or_months',
  compared: 'by_difference',
  reads: 'days',
  steps: `
former_day (w, day) as (
  select asked.w, calendar.day
  from asked join calendar on calendar.day < asked.from_day
    and calendar.day >= asked.from_day - (asked.until_day - asked.from_day)::int
),
present (w, member_id) as (
  select distinct asked_day.w, days.member_id from asked_day join days on days.day = asked_day.day
),
past (w, member_id) as (
  select distinct former_day.w, days.member_id from former_day join days on days.day = former_day.day
)`,
  select: `
select coalesce(present.w, past.w) as w, count(present.member_id)::int as active, count(past.member_id)::int as former,
  count(case when present.w = past.w then 1 end)::int as retained
from present full join past on past.w = present.w and past.member_id = present.member_id
group by 1`,
} as const;

export const RETENTION_RATE = {
  ...BOTH_WINDOWS,
  id: 'retention_rate',
  name: { fr: 'Taux de rétention', en: 'Retention rate' },
  definition: {
    fr: 'Personnes actives dans la période et dans la période de même durée juste avant ÷ personnes actives dans celle d’avant.',
    en: 'Persons active in the period and in the period of the same length just before it ÷ persons active in the one before.',
  },
  population: {
    fr: 'Les personnes actives dans la période de même durée juste avant.',
    en: 'Persons active in the period of the same length just before.',
  },
} as const satisfies Declared;

export const RETURNING_SHARE = {
  ...BOTH_WINDOWS,
  id: 'returning_share',
  name: { fr: 'Part des fidèles', en: 'Share of returning members' },
  definition: {
    fr: 'Personnes actives dans la période et dans la période de même durée juste avant ÷ personnes actives dans la période.',
    en: 'Persons active in the period and in the period of the same length just before it ÷ persons active in the period.',
  },
  population: { fr: 'Les personnes actives dans la période.', en: 'Persons active in the period.' },
} as const satisfies Declared;

export const COHORT_RETENTION = {
  id: 'cohort_retention',
  name: { fr: 'Nouveaux restés le mois suivant', en: 'Newcomers still there the month after' },
  definition: {
    fr: 'Nouveaux contributeurs de la période encore actifs le mois civil après celui de leur arrivée ÷ nouveaux contributeurs dont ce mois est entièrement observé. Le triangle montre chaque mois d’arrivée et chaque âge : actifs k mois plus tard ÷ taille de la cohorte ; les cases pas encore observées restent vides.',
    en: 'New contributors of the period still active in the calendar month after the one they came in ÷ new contributors for whom that month was watched to its end. The triangle shows each month of arrival at each age: active k months later ÷ size of the cohort; cells not yet watched stay empty.',
  },
  population: {
    fr: 'Les personnes dont la première contribution, dans les lieux et salons choisis, tombe dans la période.',
    en: 'Persons whose first contribution, in the chosen places and channels, lies in the period.',
  },
  exclusions: {
    fr: `${EXCLUSIONS.fr} Les personnes dont le mois suivant n’est pas encore entièrement observé sont laissées de côté et comptées.`,
    en: `${EXCLUSIONS.en} Persons whose next month is not watched to its end yet are left aside and counted.`,
  },
  unit: 'share',
  direction: 'more_is_better',
  needs: [],
  minimum: 20,
  reachesBack: 0,
  shortest: 1,
  trend: 'months',
  compared: 'by_difference',
  reads: 'days',
  steps: `
first (member_id, day) as (select days.member_id, min(days.day) from days group by days.member_id),
fresh (member_id, day, next_month, month_after) as (
  select first.member_id, first.day, (date_trunc('month', first.day) + interval '1 month')::date,
    (date_trunc('month', first.day) + interval '2 months')::date
  from first join (select distinct asked_day.day from asked_day) inside on inside.day = first.day
),
again (member_id) as (
  select distinct fresh.member_id
  from fresh join days on days.member_id = fresh.member_id
  where days.day >= fresh.next_month and days.day < fresh.month_after
)`,
  select: `
select asked_day.w, count(case when fresh.month_after - observed.last_day <= 1 then 1 end)::int as ripe,
  count(case when fresh.month_after - observed.last_day <= 1 and again.member_id is not null then 1 end)::int as good,
  count(case when fresh.month_after - observed.last_day <= 1 then null else 1 end)::int as unripe
from asked_day join fresh on fresh.day = asked_day.day
left join again on again.member_id = fresh.member_id
cross join observed
group by asked_day.w`,
} as const satisfies Declared;

/** Blocks begin on a Monday, the same everywhere, so that they are four whole weeks and never shift. */
export const FIRST_BLOCK = '1970-01-05';
export const BLOCK_DAYS = 28;

const LAST_BLOCK = `asked.until_day - ${String(BLOCK_DAYS)}
    - (((asked.until_day - date '${FIRST_BLOCK}')::int % ${String(BLOCK_DAYS)} + ${String(BLOCK_DAYS)}) % ${String(BLOCK_DAYS)})`;

export const GROWTH_ACCOUNTING = {
  id: 'growth_accounting',
  name: { fr: 'Rétention par blocs de 28 jours', en: 'Retention by blocks of 28 days' },
  definition: {
    fr: 'Dans le dernier bloc de 28 jours entier de la période : fidèles ÷ actifs du bloc précédent. Chaque bloc compte ses nouveaux (première contribution), fidèles (actifs aussi au bloc précédent), revenus (ni nouveaux, ni actifs au bloc précédent) et partis (actifs au bloc précédent, plus dans celui-ci) : actifs = nouveaux + fidèles + revenus ; actifs d’avant = fidèles + partis. Les blocs commencent un lundi et sont les mêmes partout.',
    en: 'In the last whole block of 28 days of the period: retained ÷ active in the block before. Each block counts its new (first contribution), retained (active in the block before as well), resurrected (neither new nor active in the block before) and lapsed persons (active in the block before, not in this one): active = new + retained + resurrected; active before = retained + lapsed. Blocks begin on a Monday and are the same everywhere.',
  },
  population: {
    fr: 'Les personnes actives dans le bloc de 28 jours ou dans celui d’avant.',
    en: 'Persons active in the block of 28 days or in the one before.',
  },
  exclusions: EXCLUSIONS,
  unit: 'share',
  direction: 'more_is_better',
  needs: [],
  minimum: 20,
  // Two blocks, and the days of a third that have begun when the window ends.
  reachesBack: { beforeItsEnd: 3 * BLOCK_DAYS - 1 },
  shortest: 28,
  trend: 'months',
  compared: 'by_difference',
  reads: 'days',
  steps: `
first (member_id, day) as (select days.member_id, min(days.day) from days group by days.member_id),
block (w, from_day) as (
  select asked.w, ${LAST_BLOCK} from asked
),
block_day (w, from_day, day, is_now) as (
  select block.w, block.from_day, calendar.day, calendar.day >= block.from_day
  from block join calendar on calendar.day >= block.from_day - ${String(BLOCK_DAYS)}
    and calendar.day < block.from_day + ${String(BLOCK_DAYS)}
),
lived (w, from_day, member_id, is_now, was_before) as (
  select block_day.w, block_day.from_day, days.member_id, bool_or(block_day.is_now), bool_or(not block_day.is_now)
  from block_day join days on days.day = block_day.day
  group by 1, 2, 3
)`,
  select: `
select lived.w, count(case when lived.is_now then 1 end)::int as active,
  count(case when lived.was_before then 1 end)::int as former,
  count(case when first.day >= lived.from_day then 1 end)::int as fresh,
  count(case when lived.is_now and lived.was_before then 1 end)::int as retained,
  count(case when lived.is_now and not lived.was_before and first.day < lived.from_day then 1 end)::int as resurrected,
  count(case when lived.was_before and not lived.is_now then 1 end)::int as lapsed
from lived join first on first.member_id = lived.member_id
group by lived.w`,
} as const satisfies Declared;

/** Months are counted from year 0, so that ages are differences. */
const month = (day: string): string => `(extract(year from ${day}) * 12 + extract(month from ${day}) - 1)::int`;

/** A cohort of fewer persons is not shown. */
export const SMALLEST_COHORT = 5;

/**
 * The triangle: the cohorts of the window, at least twelve months and three years at most, until the last month that
 * was watched to its end.
 */
export const COHORTS = {
  reads: 'days',
  steps: `
whole (from_month, last_month) as (
  select ${month('asked.from_day')}, ${month('least(asked.until_day, observed.last_day + 1)')} - 1
  from asked cross join observed
  where asked.w = 0
),
edge (first_month, last_month) as (
  select greatest(least(whole.from_month, whole.last_month - 11), whole.last_month - 35), whole.last_month from whole
),
first (member_id, cohort) as (
  select days.member_id, ${month('min(days.day)')} from days group by days.member_id
),
lived (member_id, cohort, age) as (
  select distinct first.member_id, first.cohort, ${month('days.day')} - first.cohort
  from edge join first on first.cohort >= edge.first_month and first.cohort <= edge.last_month
  join days on days.member_id = first.member_id
  where ${month('days.day')} <= edge.last_month
),
latest (member_id, age) as (select lived.member_id, max(lived.age) from lived group by lived.member_id)`,
  select: `
select edge.last_month, lived.cohort, lived.age, count(*)::int as active,
  count(case when latest.age = lived.age then 1 end)::int as last
from lived join latest on latest.member_id = lived.member_id cross join edge
group by 1, 2, 3`,
} as const satisfies Sql;

const block = (day: string): string =>
  `floor((${day} - date '${FIRST_BLOCK}')::double precision / ${String(BLOCK_DAYS)})::int`;
const dayOfBlock = (number: string): string => `date '${FIRST_BLOCK}' + (${String(BLOCK_DAYS)} * (${number}))::int`;

/** The blocks of the window, by their number: at least six, and five years at most. */
export const BLOCKS = {
  reads: 'days',
  steps: `
whole (from_block, last_block) as (
  select ${block('asked.from_day')}, ${block('least(asked.until_day, observed.last_day + 1)')} - 1
  from asked cross join observed
  where asked.w = 0
),
edge (first_block, last_block) as (
  select greatest(least(whole.from_block, whole.last_block - 5), whole.last_block - 64), whole.last_block from whole
),
first (member_id, block) as (
  select days.member_id, ${block('min(days.day)')} from days group by days.member_id
),
lived (member_id, block) as (
  select distinct days.member_id, ${block('days.day')}
  from days cross join edge
  where days.day >= ${dayOfBlock('edge.first_block - 1')} and days.day < ${dayOfBlock('edge.last_block + 1')}
),
either (member_id, block, is_now, was_before) as (
  select coalesce(present.member_id, past.member_id), coalesce(present.block, past.block + 1),
    present.member_id is not null, past.member_id is not null
  from lived present full join lived past on past.member_id = present.member_id and past.block + 1 = present.block
)`,
  select: `
select either.block, count(case when either.is_now then 1 end)::int as active,
  count(case when either.was_before then 1 end)::int as former,
  count(case when first.block = either.block then 1 end)::int as fresh,
  count(case when either.is_now and either.was_before then 1 end)::int as retained,
  count(case when either.is_now and not either.was_before and first.block < either.block then 1 end)::int as resurrected,
  count(case when either.was_before and not either.is_now then 1 end)::int as lapsed
from either
join edge on either.block >= edge.first_block and either.block <= edge.last_block
join first on first.member_id = either.member_id
group by either.block`,
} as const satisfies Sql;
