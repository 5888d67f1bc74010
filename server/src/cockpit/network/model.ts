import type { Sql } from '#cockpit/figures/index.ts';

/** In how many bundles the network comes: each is one text, so that millions of ties are a handful of rows. */
const BUNDLES = 64;

/**
 * The whole network of the window asked for: persons numbered, those with a tie first, and their ties, packed
 * (`Packed`). A row has `what` it holds, how `many`, and their `texts` as one.
 */
export const NETWORK = {
  reads: ['days', 'replies'],
  steps: `
tie (from_member, to_member, n) as (
  select replies.from_member, replies.to_member, count(*)
  from asked_day join replies on replies.day = asked_day.day
  where asked_day.w = 0
  group by 1, 2
),
wrote (member_id, n) as (
  select days.member_id, sum(days.n)
  from asked_day join days on days.day = asked_day.day
  where asked_day.w = 0
  group by 1
),
first (member_id, day) as (select days.member_id, min(days.day) from days group by days.member_id),
tied (member_id) as (select tie.from_member from tie union select tie.to_member from tie),
numbered (member_id, id, n, k) as (
  select known.member_id, known.id, coalesce(wrote.n, 0),
    row_number() over (order by case when tied.member_id is null then 1 else 0 end, known.id) - 1
  from tied full join wrote on wrote.member_id = tied.member_id
  join fact_member known on known.member_id = coalesce(tied.member_id, wrote.member_id)
)`,
  select: `
select 'person' as what, count(*)::int as many,
  string_agg(concat(numbered.k::int, ' ', numbered.id, ' ', numbered.n::int, ' ', case
    when first.day >= asked.from_day and first.day < asked.until_day then (first.day - asked.from_day)::text
    else '-' end), ',') as texts
from numbered
join asked on asked.w = 0
left join first on first.member_id = numbered.member_id
group by numbered.k % ${String(BUNDLES)}
union all
select 'tie' as what, count(*)::int as many,
  string_agg(concat(author.k::int, ' ', asker.k::int, ' ', tie.n::int), ',') as texts
from tie
join numbered author on author.member_id = tie.from_member
join numbered asker on asker.member_id = tie.to_member
group by author.k % ${String(BUNDLES)}`,
} as const satisfies Sql;

/** Who looks: whether he may see names, and from how many persons on others may be told of a group. */
export interface Viewer {
  readonly mayName: boolean;
  readonly k: number;
}

/** Somebody seen from a member: how often the member answered him, and he the member. */
export interface Neighbour {
  readonly person: number;
  readonly answered: number;
  readonly answeredBy: number;
}

export interface AroundMember {
  /** The strongest ties first. */
  readonly neighbours: readonly Neighbour[];
  /** How many there are, also those not in the list. */
  readonly all: number;
}

export interface AroundGroup {
  /** Those with most ties inside the group, the first one first. */
  readonly members: readonly { readonly person: number; readonly ties: number }[];
  /** Among the members listed, whichever way, the strongest first. */
  readonly ties: readonly { readonly one: number; readonly other: number; readonly answers: number }[];
  /** How many there are among them, also those not in the list. */
  readonly tiesInAll: number;
}
