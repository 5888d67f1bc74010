import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { SingleSlice } from '#cockpit/figures/index.ts';
import type { Rows, Scoped } from '#platform/db/index.ts';
import { read, rowsOf, toldAs } from '#platform/db/index.ts';
import type { KeyResult, Reading } from './model.ts';

export { holdsBoth, isReadingDue, paceOf } from './rules.ts';
export type { KeyResult, Pace, Reading } from './model.ts';

/** A key result with its last readings, the oldest first. */
export interface Followed extends KeyResult {
  readonly readings: readonly Reading[];
}

/**
 * The key results of an objective, or of those in some states (of all of them unless said), those that were dropped left
 * out, each with its last readings.
 */
export function followed(
  db: Scoped,
  {
    objective,
    states,
    most,
  }: { readonly objective?: string; readonly states?: readonly string[]; readonly most: number },
): Rows<Followed> {
  const those = db.tx
    .selectFrom('objective')
    .select('objective.id')
    .where('objective.workspace_id', '=', db.scope.workspaceId)
    .$if(states !== undefined, (query) => query.where(sql<boolean>`objective.state = any(${[...(states ?? [])]})`));
  const rows = chosen(db)
    .select(() => latestReadings(db, most).as('readings'))
    .where('key_result.dropped_at', 'is', null)
    .$if(objective !== undefined, (query) => query.where('key_result.objective_id', '=', objective ?? ''))
    .$if(states !== undefined, (query) => query.where('key_result.objective_id', 'in', those))
    .orderBy('key_result.made_at')
    .orderBy('key_result.id');
  return toldAs(rowsOf(rows, 'dropped_at'), ({ readings, ...row }) => ({
    ...keyResultOf(row),
    readings: (readings ?? []).map(readingOf),
  }));
}

/** Those that are measured day by day: not dropped, of an objective that has not ended. */
export function measuredKeyResults(db: Scoped): Promise<readonly Followed[]> {
  return read(db, followed(db, { states: ['draft', 'live'], most: 1 }));
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

/** SQL: every key result of an objective, those that were dropped as well, by id. */
export function keyResultIds({ scope: { workspaceId } }: Scoped, objectiveId: string): RawBuilder<unknown> {
  return sql`select key_result.id::text from key_result
    where key_result.workspace_id = ${workspaceId} and key_result.objective_id = ${objectiveId}`;
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
