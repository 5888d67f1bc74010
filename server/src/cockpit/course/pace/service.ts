import { FEWEST_FOR_CHANCE, JUDGED, scoreForecasts, wordFor } from '@passerelle/measure';
import { keyResultById, measuredKeyResults, type Followed } from '#cockpit/course/key-results/lookup.ts';
import { takeReading, weeksBefore, type MeasuringDeps } from '#cockpit/course/measuring/index.ts';
import { addDays, dayIn } from '#kernel/day.ts';
import type { Language } from '#kernel/language.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Rows, Scoped } from '#platform/db/index.ts';
import { read } from '#platform/db/index.ts';
import { enqueue } from '#platform/jobs/index.ts';
import { say } from '#platform/i18n/index.ts';
import { settingsOf } from '#workspace/spaces/lookup.ts';
import { newestForecasts, scoredForecasts, unscored } from './lookup.ts';
import type { KeptForecast, Scored } from './model.ts';
import { aimDayOf, expectedOf, seedOf } from './rules.ts';
import * as store from './store.ts';
import type { ForecastView, RecordView } from './wire.ts';

export const FORECAST_TASK = 'course.forecast';

/** Has forecasts made from what was read; asked several times in one minute, it is done once. */
export async function askForecasts(db: Scoped, now: Date): Promise<void> {
  const key = `${FORECAST_TASK} ${db.scope.workspaceId} ${now.toISOString().slice(0, 16)}`;
  await enqueue(db, { task: FORECAST_TASK, payload: {}, key });
}

/** What could not be measured for so many days after its day never will be. */
const GIVEN_UP_AFTER = 92;

/**
 * Forecasts every key result that is measured and has a week it was not forecast from yet: once a week each, whoever
 * asks. Answers how many were made.
 */
export async function keepForecasts(deps: MeasuringDeps, scope: Scope): Promise<number> {
  const { measured, newest } = await deps.database.inScope(scope, async (db) => ({
    measured: await measuredKeyResults(db),
    newest: new Map((await read(db, newestForecasts(db))).map((one) => [one.keyResultId, one])),
  }));
  let made = 0;
  for (const one of measured) {
    const forecast = await forecastOf(deps, scope, one, newest.get(one.id)?.day ?? '');
    if (forecast === undefined) continue;
    await deps.database.inScope(scope, async (db) => {
      // Its workspace may have gone meanwhile.
      if ((await keyResultById(db, one.id)) !== undefined) await store.keepForecast(db, forecast);
    });
    made += 1;
  }
  return made;
}

/** Undefined: nothing was measured, nothing new since the day of the last one, or its own day has come. */
async function forecastOf(
  deps: MeasuringDeps,
  scope: Scope,
  one: Followed,
  since: string,
): Promise<KeptForecast | undefined> {
  const reading = one.readings.at(-1);
  const aimDay = aimDayOf(one.due);
  if (reading?.value == null || reading.day <= since || reading.day >= aimDay) return undefined;
  const weeks = await weeksBefore(deps, scope, one, addDays(reading.day, 1));
  const { id, figure, due, target, baseline } = one;
  const wanted = target > baseline.value ? 'at_least' : 'at_most';
  const told = expectedOf({
    figure,
    span: one.spanDays / 7,
    latest: reading.value,
    weeks,
    day: reading.day,
    due,
    aim: { target, wanted },
    seed: seedOf(`${id} ${reading.day}`),
  });
  return {
    keyResultId: id,
    day: reading.day,
    aimDay,
    madeAt: deps.clock.now(),
    weeks: weeks.filter((week) => week !== null).length,
    target,
    wanted,
    expected: told.ok ? told.value : undefined,
    missing: told.ok ? undefined : told.refusal.code,
  };
}

/** Holds every forecast whose day is over against what came; those of key results that were dropped as well. */
export async function scoreKept(deps: MeasuringDeps, scope: Scope): Promise<void> {
  const now = deps.clock.now();
  const { waiting, since } = await deps.database.inScope(scope, async (db) => {
    const day = addDays(dayIn((await settingsOf(db)).zone, now), -GIVEN_UP_AFTER);
    return { waiting: await unscored(db, day), since: day };
  });
  for (const { keyResultId, aimDay } of waiting) {
    const one = await deps.database.inScope(scope, (db) => keyResultById(db, keyResultId));
    if (one === undefined) continue;
    const { value } = await takeReading(deps, scope, one, addDays(aimDay, 1));
    if (value === null && aimDay >= since) continue;
    await deps.database.inScope(scope, (db) => store.scoreForecast(db, { keyResultId, aimDay }, value, now));
  }
}

/** What is said of a key result's day: the range, the chance and its word, or why nothing is. */
export function forecastView(kept: KeptForecast, language: Language): ForecastView {
  const { day, aimDay, weeks, expected, missing } = kept;
  if (expected === undefined) {
    const because = say(language, `key-result/forecast_${missing ?? 'not_by_week'}`);
    return { day, aimDay, weeks, value: null, because };
  }
  const { median, range80, chance, fan } = expected;
  const told = chance === undefined ? { chance: null, word: null } : { chance, word: wordFor(chance) };
  const because = chance === undefined ? say(language, 'key-result/forecast_few', { fewest: FEWEST_FOR_CHANCE }) : null;
  return { day, aimDay, weeks, value: { median, ...range80, ...told, fan: [...fan] }, because };
}

/** The forecasts by which those of this workspace are judged: the last twenty that came true or not, the newest first. */
export function judgedForecasts(db: Scoped): Rows<Scored> {
  return scoredForecasts(db, JUDGED);
}

/** How those forecasts did. */
export function recordOf(judged: readonly Scored[]): RecordView {
  const kept = judged
    .toReversed()
    .flatMap(({ expected, target, wanted, came }) =>
      expected === undefined ? [] : [{ ...expected, aim: { target, wanted }, came }],
    );
  const { forecasts, held80, brier, trust } = scoreForecasts(kept);
  return { forecasts, held: held80, brier: brier ?? null, trust };
}
