import { expect } from 'vitest';
import type { Scope } from '#kernel/scope.ts';
import type { Row, Scoped } from '#platform/projection/index.ts';
import { PLACES, RELATIONS } from '#platform/projection/relations.ts';
import type { Analysis } from './two-engines.ts';

/** Everything the two engines can be asked for, as texts in one order. */
async function everything(facts: Scoped): Promise<Record<string, readonly Row[]>> {
  const found: Record<string, readonly Row[]> = {};
  const columns = Object.fromEntries([...RELATIONS, PLACES].map((one) => [one.name, Object.keys(one.columns)]));
  columns['fact_account'] = ['identity_id', 'place_id', 'member_id', 'role', 'instant', 'day'];
  columns['fact_activity'] = [
    'id',
    'kind',
    'place_id',
    'channel_id',
    'thread_id',
    'member_id',
    'role',
    'instant',
    'day',
  ];
  columns['fact_thread'] = [
    'id',
    'place_id',
    'channel_id',
    'member_id',
    'role',
    'instant',
    'day',
    'local_day',
    'language',
    'kind',
  ];
  columns['fact_message'] = [
    'id',
    'place_id',
    'channel_id',
    'thread_id',
    'member_id',
    'role',
    'day',
    'language',
    'kind',
  ];
  columns['fact_answer'] = [
    'thread_id',
    'day',
    'from_member',
    'to_member',
    'from_role',
    'to_role',
    'place_id',
    'channel_id',
    'language',
    'kind',
  ];
  columns['fact_theme'] = ['thread_id', 'theme_id'];
  columns['account_day'] = ['identity_id', 'day', 'channel_id', 'place_id', 'posts', 'replies'];
  columns['thread_opening'] = [
    'thread_id',
    'identity_id',
    'place_id',
    'channel_id',
    'instant',
    'day',
    'local_day',
    'counts',
    'language',
  ];
  columns['fact_span'] = ['place_id', 'first_instant', 'last_instant', 'first_day', 'last_day'];
  columns['fact_met'] = ['thread_id', 'day', 'from_member', 'to_member', 'from_role', 'to_role'];
  columns['fact_opened'] = [
    'id',
    'topics',
    ...columns['fact_thread'].slice(1),
    ...['anyone', 'staff', 'person'].flatMap((who) => [who, `${who}_day`, `${who}_second`]),
  ];
  columns['fact_reply'] = ['thread_id', 'member_id', 'instant', 'role', 'day'];
  for (const [name, list] of Object.entries(columns)) {
    const texts = list.map((column) =>
      INSTANTS.includes(column)
        ? `floor(extract(epoch from ${column}) * 1000)::bigint::text as ${column}`
        : column.endsWith('_second')
          ? `floor(${column} * 1000)::bigint::text as ${column}`
          : `${asText(name, column)} as ${column}`,
    );
    found[name] = await facts.query(
      `select ${texts.join(', ')} from ${name} order by ${list.map((_, n) => n + 1).join()}`,
      [],
    );
  }
  return { ...found, ...(await sums(facts)) };
}

/** Facts call members by what each engine finds quickest: the same member is told by his id. */
const asText = (relation: string, column: string): string =>
  relation.startsWith('fact_') && MEMBERS.includes(column)
    ? `(select known.id::text from fact_member known where known.member_id = ${relation}.${column})`
    : `${column}::text`;

const MEMBERS = ['member_id', 'from_member', 'to_member'];
const INSTANTS = ['instant', 'anyone', 'staff', 'person', 'first_instant', 'last_instant'];

/** Relations whose rows may be cut finer on one side: what they come to, by all their columns. */
const ADDED_UP = {
  fact_day: [
    ['member_id', 'day', 'channel_id', 'place_id', 'role'],
    ['posts', 'replies'],
  ],
  fact_lived: [['member_id', 'day', 'role'], ['n']],
  fact_spent: [['member_id', 'day', 'channel_id', 'place_id', 'role', 'language', 'kind', 'topics'], ['n']],
} as const;

async function sums(facts: Scoped): Promise<Record<string, readonly Row[]>> {
  const found: Record<string, readonly Row[]> = {};
  for (const [name, [keys, numbers]] of Object.entries(ADDED_UP)) {
    const texts = [
      ...keys.map((key) => `${asText(name, key)} as ${key}`),
      ...numbers.map((n) => `sum(${n})::int as ${n}`),
    ];
    const places = keys.map((_, at) => at + 1).join();
    found[name] = await facts.query(`select ${texts.join()} from ${name} group by ${places} order by ${places}`, []);
  }
  return found;
}

/** Brings the copy up to now and expects both engines to tell the same; answers what they tell. */
export async function expectSame(analysis: Analysis, scope: Scope): Promise<Record<string, readonly Row[]>> {
  const base = await analysis.projection.readPostgres(scope, everything);
  await analysis.projection.refresh(scope);
  const copy = await analysis.projection.read(scope, async (facts) => {
    expect(facts.engine).toBe('duckdb');
    return await everything(facts);
  });
  expect(copy).toEqual(base);
  return copy;
}
