import type { Interval } from '@passerelle/measure';
import { sql } from 'kysely';
import type { Rows, Scoped } from '#platform/db/index.ts';
import { rowsOf, toldAs } from '#platform/db/index.ts';
import type { Expected, FanPoint, KeptForecast, Scored } from './model.ts';
import { NO_FORECASTS } from './model.ts';

export { aimDayOf } from './rules.ts';
export type { KeptForecast, NoForecast, Scored } from './model.ts';

/** The newest forecast of each key result. */
export function newestForecasts(db: Scoped): Rows<KeptForecast> {
  const rows = chosen(db)
    .distinctOn('key_result_forecast.key_result_id')
    .orderBy('key_result_forecast.key_result_id')
    .orderBy('key_result_forecast.day', 'desc');
  return toldAs(rowsOf(rows, 'made_at'), keptOf);
}

/** Forecasts that came true or not, the last so many, the newest first. */
export function scoredForecasts(db: Scoped, most: number): Rows<Scored> {
  const rows = chosen(db)
    .select((row) => row.ref('key_result_forecast.came').$notNull().as('came'))
    .where('key_result_forecast.came', 'is not', null)
    .orderBy('key_result_forecast.aim_day', 'desc')
    .orderBy('key_result_forecast.day', 'desc')
    .orderBy('key_result_forecast.key_result_id')
    .limit(most);
  return toldAs(rowsOf(rows, 'made_at'), ({ came, ...row }) => ({ ...keptOf(row), came }));
}

/**
 * Days whose forecasts are to be held against what came, each key result and day once: those measured by now as far as
 * the newest reading tells, and those that are over since `since`.
 */
export async function unscored(
  db: Scoped,
  since: string,
): Promise<readonly Pick<KeptForecast, 'keyResultId' | 'aimDay'>[]> {
  const newest = db.tx
    .selectFrom('key_result_reading')
    .select((row) => row.fn.max('key_result_reading.day').as('day'))
    .where('key_result_reading.workspace_id', '=', db.scope.workspaceId);
  return await db.tx
    .selectFrom('key_result_forecast')
    .select(['key_result_forecast.key_result_id as keyResultId', 'key_result_forecast.aim_day as aimDay'])
    .distinct()
    .where('key_result_forecast.workspace_id', '=', db.scope.workspaceId)
    .where('key_result_forecast.scored_at', 'is', null)
    .where('key_result_forecast.missing', 'is', null)
    .where((row) =>
      row.or([row('key_result_forecast.aim_day', '<=', newest), row('key_result_forecast.aim_day', '<', since)]),
    )
    .execute();
}

function chosen(db: Scoped) {
  return db.tx
    .selectFrom('key_result_forecast')
    .select(['key_result_forecast.key_result_id', 'key_result_forecast.day', 'key_result_forecast.aim_day'])
    .select(['key_result_forecast.made_at', 'key_result_forecast.weeks', 'key_result_forecast.target'])
    .select(['key_result_forecast.wanted', 'key_result_forecast.median', 'key_result_forecast.chance'])
    .select(['key_result_forecast.low50', 'key_result_forecast.high50', 'key_result_forecast.low80'])
    .select(['key_result_forecast.high80', 'key_result_forecast.low95', 'key_result_forecast.high95'])
    .select([sql<readonly FanPoint[]>`key_result_forecast.fan`.as('fan'), 'key_result_forecast.missing'])
    .where('key_result_forecast.workspace_id', '=', db.scope.workspaceId);
}

type Row = Awaited<ReturnType<ReturnType<typeof chosen>['executeTakeFirstOrThrow']>>;

function keptOf(row: Row): KeptForecast {
  return {
    keyResultId: row.key_result_id,
    day: row.day,
    aimDay: row.aim_day,
    madeAt: row.made_at,
    weeks: row.weeks,
    target: row.target,
    wanted: row.wanted,
    expected: expectedIn(row),
    missing: NO_FORECASTS.find((one) => one === row.missing),
  };
}

function expectedIn({ median, chance, fan, ...row }: Row): Expected | undefined {
  if (median === null) return undefined;
  const around = (low: number | null, high: number | null): Interval => ({ low: low ?? median, high: high ?? median });
  return {
    median,
    range50: around(row.low50, row.high50),
    range80: around(row.low80, row.high80),
    range95: around(row.low95, row.high95),
    chance: chance ?? undefined,
    fan,
  };
}
