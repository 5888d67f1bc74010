import type { Scoped } from '#platform/db/index.ts';
import type { KeptForecast } from './model.ts';

/** Keeps a forecast; one that was made for the same day stays as it was told. */
export async function keepForecast(db: Scoped, one: KeptForecast): Promise<void> {
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
      ...toldOf(one.expected),
      missing: one.missing ?? null,
      came: null,
      scored_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

const NOTHING = {
  median: null,
  low50: null,
  high50: null,
  low80: null,
  high80: null,
  low95: null,
  high95: null,
  chance: null,
  fan: '[]',
} as const;

function toldOf(expected: KeptForecast['expected']) {
  if (expected === undefined) return NOTHING;
  const { median, range50, range80, range95, chance = null, fan } = expected;
  return {
    median,
    low50: range50.low,
    high50: range50.high,
    low80: range80.low,
    high80: range80.high,
    low95: range95.low,
    high95: range95.high,
    chance,
    fan: JSON.stringify(fan),
  };
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
