import { sql } from 'kysely';
import { addDays } from '#kernel/day.ts';
import type { Scoped } from '#platform/db/index.ts';
import type { Scoped as Facts } from '#platform/projection/index.ts';
import type { Compiled, Rule } from './model.ts';
import { compileRule } from './rules.ts';
import type { MembersQuery, RuleParts, SegmentMember } from './wire.ts';

/** The day after the newest contribution, today at the latest: an archive shows its last days, not an empty present. */
export async function momentOf(facts: Facts, today: string): Promise<string> {
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
export async function sizesOf(facts: Facts, rule: Rule, asOf: string): Promise<Sizes> {
  const { sql: meant, params } = compileRule(rule, asOf, 1);
  const [row] = await facts.query(
    `with segment (member_id) as (${meant})
    select count(segment.member_id)::int as members,
      count(case when segment.member_id is not null and one.kind = 'person' then 1 end)::int as persons,
      count(*)::int as everybody
    from plain_member one left join segment on segment.member_id = one.id
    where one.merged_into is null`,
    params,
  );
  return {
    members: Number(row?.['members'] ?? 0),
    persons: Number(row?.['persons'] ?? 0),
    everybody: Number(row?.['everybody'] ?? 0),
  };
}

interface Found {
  readonly id: string;
  readonly contributions: number;
  readonly first: string | null;
  readonly last: string | null;
}

/** Some of the members a rule means, whoever contributed last first; what they did after `asOf` is not seen. */
export async function membersMeant(facts: Facts, rule: Rule, asOf: string, page: MembersQuery): Promise<readonly Found[]> {
  const { sql: meant, params } = compileRule(rule, asOf, 2);
  const rows = await facts.query(
    `with segment (member_id) as (${meant}),
    lived (member_id, n, first_day, last_day) as (
      select spent.member_id, sum(spent.posts + spent.replies), min(spent.day), max(spent.day)
      from fact_day spent where spent.day < $1::date group by spent.member_id
    )
    select segment.member_id::text as id, coalesce(lived.n, 0)::int as n, lived.first_day::text as first_day,
      lived.last_day::text as last_day
    from segment left join lived on lived.member_id = segment.member_id
    order by lived.last_day desc nulls last, lived.n desc nulls last, segment.member_id
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

/** With their names. Members merged or erased for good since the copy was made are left out. */
export async function named(db: Scoped, found: readonly Found[]): Promise<SegmentMember[]> {
  if (found.length === 0) return [];
  const rows = await db.tx
    .selectFrom('member')
    .select(['member.id', 'member.name', 'member.kind', 'member.erased_at'])
    .where('member.workspace_id', '=', db.scope.workspaceId)
    .where('member.id', 'in', [...found.map(({ id }) => id)])
    .execute();
  const known = new Map(rows.map((row) => [row.id, row]));
  return found.flatMap(({ id, ...rest }) => {
    const member = known.get(id);
    return member === undefined
      ? []
      : [{ id, name: member.name, kind: member.kind, erased: member.erased_at !== null, ...rest }];
  });
}

/** Names of those who wrote segments, by colleague. */
export async function ownersOf(db: Scoped): Promise<ReadonlyMap<string, string>> {
  const rows = await db.tx
    .selectFrom('colleague')
    .innerJoin('person', 'person.id', 'colleague.person_id')
    .select(['colleague.id', 'person.name'])
    .where('colleague.workspace_id', '=', db.scope.workspaceId)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

const MOST_PARTS = 2000;

/** The places, channels, themes and organisations a rule may name, by name. */
export async function ruleParts(db: Scoped): Promise<RuleParts> {
  const { workspaceId } = db.scope;
  const { rows: places } = await sql<RuleParts['places'][number]>`
    select place.id, place.name from place where place.workspace_id = ${workspaceId} order by place.name`.execute(db.tx);
  const { rows: channels } = await sql<RuleParts['channels'][number]>`
    select channel.id, channel.name, place.name as place
    from channel join place on place.workspace_id = channel.workspace_id and place.id = channel.place_id
    where channel.workspace_id = ${workspaceId} order by place.name, channel.name, channel.id limit ${MOST_PARTS}`.execute(
    db.tx,
  );
  const { rows: themes } = await sql<RuleParts['themes'][number]>`
    select theme.id, json_build_object('fr', theme.name_fr, 'en', theme.name_en) as name
    from theme
    where theme.workspace_id = ${workspaceId} and theme.merged_into is null and theme.retired_at is null
    order by theme.name_fr, theme.id limit ${MOST_PARTS}`.execute(db.tx);
  const { rows: organisations } = await sql<{ organisation: string }>`
    select min(affiliation.organisation) as organisation from affiliation
    where affiliation.workspace_id = ${workspaceId}
    group by lower(affiliation.organisation) order by 1 limit ${MOST_PARTS}`.execute(db.tx);
  return { places, channels, themes, organisations: organisations.map((row) => row.organisation) };
}

/** SQL that gives the members of a segment. */
type MembersText = (first: number) => Compiled;

/** How many members each of others holds that a segment does not, and the other way round. */
export async function differences(
  facts: Facts,
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
