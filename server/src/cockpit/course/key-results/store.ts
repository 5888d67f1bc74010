import type { Scoped } from '#platform/db/index.ts';
import type { KeyResult, Reading } from './model.ts';

type New = Omit<KeyResult, 'version' | 'droppedAt'> & { readonly madeBy: string; readonly madeAt: Date };

export async function insertKeyResult(db: Scoped, one: New): Promise<void> {
  const { baseline } = one;
  await db.tx
    .insertInto('key_result')
    .values({
      workspace_id: db.scope.workspaceId,
      id: one.id,
      objective_id: one.objectiveId,
      figure: one.figure,
      slice: JSON.stringify(one.slice),
      span_days: one.spanDays,
      baseline: baseline.value,
      baseline_low: baseline.low,
      baseline_high: baseline.high,
      baseline_from: baseline.from,
      baseline_until: baseline.until,
      target: one.target,
      due: one.due,
      made_by: one.madeBy,
      made_at: one.madeAt,
      dropped_at: null,
    })
    .execute();
}

export async function markDropped(db: Scoped, id: string, at: Date): Promise<void> {
  await db.tx
    .updateTable('key_result')
    .set((row) => ({ dropped_at: at, version: row('version', '+', 1) }))
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Keeps what was measured; measured again for the same day, the later reading stands. */
export async function keepReading(db: Scoped, keyResultId: string, reading: Reading): Promise<void> {
  const { day, takenAt, missing } = reading;
  const value =
    reading.value === null
      ? { value: null, low: null, high: null }
      : { value: reading.value, low: reading.low, high: reading.high };
  await db.tx
    .insertInto('key_result_reading')
    .values({
      workspace_id: db.scope.workspaceId,
      key_result_id: keyResultId,
      day,
      taken_at: takenAt,
      ...value,
      missing,
    })
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'key_result_id', 'day']).doUpdateSet({ taken_at: takenAt, ...value, missing }),
    )
    .execute();
}
