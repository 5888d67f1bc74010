import { sql } from 'kysely';
import type { SingleSlice } from '#cockpit/figures/index.ts';
import type { Scoped } from '#platform/db/index.ts';
import type { KeyResult, Reading } from './model.ts';

export { holdsBoth, paceOf } from './rules.ts';
export type { KeyResult, Pace, Reading } from './model.ts';

/** A key result with its last readings, the oldest first. */
export interface Followed extends KeyResult {
  readonly readings: readonly Reading[];
}

/** The key results of some objectives (all of them unless said), those that were dropped left out, each with its last readings. */
export async function followedOf(
  db: Scoped,
  { objectives, most }: { readonly objectives?: readonly string[]; readonly most: number },
): Promise<readonly Followed[]> {
  const rows = await chosen(db)
    .select(() => latestReadings(db, most).as('readings'))
    .where('key_result.dropped_at', 'is', null)
    .$if(objectives !== undefined, (query) => query.where('key_result.objective_id', 'in', [...(objectives ?? [])]))
    .orderBy('key_result.made_at')
    .orderBy('key_result.id')
    .execute();
  return rows.map(({ readings, ...row }) => ({ ...keyResultOf(row), readings: (readings ?? []).map(readingOf) }));
}

/** Those that are measured day by day: not dropped, of an objective that has not ended. */
export async function measuredKeyResults(db: Scoped): Promise<readonly Followed[]> {
  const open = await db.tx
    .selectFrom('objective')
    .select('objective.id')
    .where('objective.workspace_id', '=', db.scope.workspaceId)
    .where('objective.state', 'in', ['draft', 'live'])
    .execute();
  return open.length === 0 ? [] : await followedOf(db, { objectives: open.map(({ id }) => id), most: 1 });
}

export async function keyResultById(db: Scoped, id: string): Promise<KeyResult | undefined> {
  const row = await chosen(db).where('key_result.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : keyResultOf(row);
}

/** The same, held until this transaction ends. */
export async function keyResultForUpdate(db: Scoped, id: string): Promise<KeyResult | undefined> {
  const row = await chosen(db).where('key_result.id', '=', id).forUpdate().executeTakeFirst();
  return row === undefined ? undefined : keyResultOf(row);
}

/** Every key result of an objective, those that were dropped as well, by id. */
export async function keyResultIds(db: Scoped, objectiveId: string): Promise<readonly string[]> {
  const rows = await db.tx
    .selectFrom('key_result')
    .select('key_result.id')
    .where('key_result.workspace_id', '=', db.scope.workspaceId)
    .where('key_result.objective_id', '=', objectiveId)
    .execute();
  return rows.map(({ id }) => id);
}

function chosen(db: Scoped) {
  return db.tx
    .selectFrom('key_result')
    .select(['key_result.id', 'key_result.objective_id', 'key_result.figure', 'key_result.span_days'])
    .select([sql<SingleSlice>`key_result.slice`.as('slice'), 'key_result.target', 'key_result.due'])
    .select(['key_result.baseline', 'key_result.baseline_low', 'key_result.baseline_high'])
    .select(['key_result.baseline_from', 'key_result.baseline_until', 'key_result.version', 'key_result.dropped_at'])
    .where('key_result.workspace_id', '=', db.scope.workspaceId);
}

type Row = Awaited<ReturnType<ReturnType<typeof chosen>['executeTakeFirstOrThrow']>>;

function keyResultOf(row: Row): KeyResult {
  return {
    id: row.id,
    objectiveId: row.objective_id,
    figure: row.figure,
    slice: row.slice,
    spanDays: row.span_days,
    baseline: {
      value: row.baseline,
      low: row.baseline_low,
      high: row.baseline_high,
      from: row.baseline_from,
      until: row.baseline_until,
    },
    target: row.target,
    due: row.due,
    version: row.version,
    droppedAt: row.dropped_at,
  };
}

interface ReadingRow {
  readonly day: string;
  readonly taken_at: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly missing: string | null;
}

function latestReadings(db: Scoped, most: number) {
  return sql<readonly ReadingRow[] | null>`(
    select json_agg(json_build_object('day', last.day, 'taken_at', last.taken_at, 'value', last.value,
      'low', last.low, 'high', last.high, 'missing', last.missing) order by last.day)
    from (
      select reading.* from key_result_reading as reading
      where reading.workspace_id = ${db.scope.workspaceId} and reading.key_result_id = key_result.id
      order by reading.day desc limit ${most}
    ) as last)`;
}

function readingOf({ day, taken_at, value, low, high, missing }: ReadingRow): Reading {
  const when = { day, takenAt: new Date(taken_at) };
  return value === null ? { ...when, value, missing: missing ?? 'gone' } : { ...when, value, low, high, missing: null };
}
