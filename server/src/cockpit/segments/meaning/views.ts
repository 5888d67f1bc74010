import { isFew } from '@passerelle/measure';
import type { Compiled, Rule } from '#cockpit/segments/index.ts';
import { addDays } from '#kernel/day.ts';
import type { Scoped } from '#platform/projection/index.ts';
import { compileRule } from './rules.ts';

/** The day after the newest contribution, today at the latest: an archive shows its last days, not an empty present. */
export async function momentOf(facts: Scoped, today: string): Promise<string> {
  const [row] = await facts.query('select max(spent.day)::text as last_day from account_day spent', []);
  const last = row?.['last_day'];
  if (typeof last !== 'string') return today;
  const after = addDays(last, 1);
  return after > today ? today : after;
}

export interface Sizes {
  readonly members: number;
  readonly persons: number;
  readonly everybody: number;
}

/** How many members a rule means, how many of them are persons, and how many members there are at all. */
export async function sizesOf(facts: Scoped, rule: Rule, asOf: string): Promise<Sizes> {
  const { sql: meant, params } = compileRule(rule, asOf, 1);
  const [row] = await facts.query(
    `with segment (member_id) as (${meant})
    select count(segment.member_id)::int as members,
      count(case when segment.member_id is not null and one.kind = 'person' then 1 end)::int as persons,
      count(*)::int as everybody
    from fact_member one left join segment on segment.member_id = one.member_id
    where one.merged_into is null`,
    params,
  );
  return {
    members: Number(row?.['members'] ?? 0),
    persons: Number(row?.['persons'] ?? 0),
    everybody: Number(row?.['everybody'] ?? 0),
  };
}

interface Page {
  readonly offset: number;
  readonly limit: number;
}

export interface Found {
  readonly id: string;
  readonly contributions: number;
  readonly first: string | null;
  readonly last: string | null;
}

/** Some of the members a rule means, whoever contributed last first; what they did after `asOf` is not seen. */
export async function membersMeant(facts: Scoped, rule: Rule, asOf: string, page: Page): Promise<readonly Found[]> {
  const { sql: meant, params } = compileRule(rule, asOf, 2);
  const rows = await facts.query(
    `with segment (member_id) as (${meant}),
    lived (member_id, n, first_day, last_day) as (
      select spent.member_id, sum(spent.posts + spent.replies), min(spent.day), max(spent.day)
      from fact_day spent where spent.day < $1::date group by spent.member_id
    )
    select meant.id::text as id, coalesce(lived.n, 0)::int as n, lived.first_day::text as first_day,
      lived.last_day::text as last_day
    from segment
    join fact_member meant on meant.member_id = segment.member_id
    left join lived on lived.member_id = segment.member_id
    order by lived.last_day desc nulls last, lived.n desc nulls last, meant.id
    limit ${String(page.limit)} offset ${String(page.offset)}`,
    [asOf, ...params],
  );
  return rows.map((row) => ({
    id: String(row['id']),
    contributions: Number(row['n']),
    first: textOrNull(row['first_day']),
    last: textOrNull(row['last_day']),
  }));
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/**
 * Whether another of these segments holds all but a few of the same members: of two that lie one in the other, one
 * could be subtracted from the other.
 */
export async function hasTwin(
  facts: Scoped,
  segment: Asked,
  others: readonly Asked[],
  { asOf, k }: { readonly asOf: string; readonly k: number },
): Promise<boolean> {
  const textOf = (one: Asked) => (first: number) => one.text(first, asOf);
  const found = await differences(facts, textOf(segment), others.map(textOf));
  return found.some(({ more, less }) => (more === 0 && isFew(less, k)) || (less === 0 && isFew(more, k)));
}

interface Asked {
  text(first: number, asOf: string): Compiled;
}

/** SQL that gives the members of a segment. */
type MembersText = (first: number) => Compiled;

/** How many members each of others holds that a segment does not, and the other way round. */
async function differences(
  facts: Scoped,
  own: MembersText,
  others: readonly MembersText[],
): Promise<readonly { readonly more: number; readonly less: number }[]> {
  if (others.length === 0) return [];
  const params: Compiled['params'][number][] = [];
  const relations = [own, ...others].map((text, n) => {
    const { sql, params: values } = text(params.length + 1);
    params.push(...values);
    return `s${String(n)} (member_id) as (${sql})`;
  });
  const rows = await facts.query(
    `with ${relations.join(',\n')}
    ${others
      .map(
        (_, n) => `select ${String(n)} as other,
        (select count(*) from s${String(n + 1)} o where o.member_id not in (select s0.member_id from s0))::int as more,
        (select count(*) from s0 where s0.member_id not in (select o.member_id from s${String(n + 1)} o))::int as less`,
      )
      .join('\nunion all\n')}`,
    params,
  );
  return rows.map((row) => ({ more: Number(row['more']), less: Number(row['less']) }));
}
