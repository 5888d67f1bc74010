import type { Scoped } from '#platform/db/index.ts';
import type { KeptForecast } from './model.ts';

/** Keeps a forecast; one that was made for the same day stays as it was told. */
export async function keepForecast(db: Scoped, one: KeptForecast): Promise<void> {
  const { expected } = one;
  await db.tx
    .insertInto('key_result_forecast')
    .values({
      workspace_id: db.scope.workspaceId,
      key_result_id: one.keyResultId,
      day: one.day,
      made_at: one.madeAt,
      aim_day: one.aimDay,
      weeks: one.weeks,
      target: one.target,
      wanted: one.wanted,
      median: expected?.median ?? null,
      low50: expected?.range50.low ?? null,
      high50: expected?.range50.high ?? null,
      low80: expected?.range80.low ?? null,
      high80: expected?.range80.high ?? null,
      low95: expected?.range95.low ?? null,
      high95: expected?.range95.high ?? null,
      chance: expected?.chance ?? null,
      fan: JSON.stringify(expected?.fan ?? []),
      missing: one.missing ?? null,
      came: null,
      scored_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Writes what came beside every forecast of a key result for a day; null: it could not be measured. */
export async function scoreForecast(
  db: Scoped,
  { keyResultId, aimDay }: Pick<KeptForecast, 'keyResultId' | 'aimDay'>,
  came: number | null,
  at: Date,
): Promise<void> {
  await db.tx
    .updateTable('key_result_forecast')
    .set({ came, scored_at: at })
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('key_result_id', '=', keyResultId)
    .where('aim_day', '=', aimDay)
    .where('scored_at', 'is', null)
    .where('missing', 'is', null)
    .execute();
}
