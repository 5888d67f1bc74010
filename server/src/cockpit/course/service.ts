import { answersFor } from '#bridge/decisions/lookup.ts';
import { liveMandates, mandatesOf } from '#bridge/mandates/lookup.ts';
import { figureInBrief } from '#cockpit/figures/index.ts';
import { readKeyResults } from '#cockpit/course/key-results/index.ts';
import type { KeyResultsDeps, KeyResultView, ReadingView } from '#cockpit/course/key-results/index.ts';
import { followedOf, holdsBoth, keyResultIds, paceOf } from '#cockpit/course/key-results/lookup.ts';
import type { Followed, Pace, Reading } from '#cockpit/course/key-results/lookup.ts';
import { askForecasts, forecastView, newestForecasts, recordOf } from '#cockpit/course/pace/index.ts';
import type { KeptForecast } from '#cockpit/course/pace/lookup.ts';
import { lineOf, type Objective } from '#cockpit/course/objectives/index.ts';
import { isOver, objectiveById, objectives } from '#cockpit/course/objectives/lookup.ts';
import { visionView } from '#cockpit/course/visions/index.ts';
import type { FunctionName } from '#kernel/actor.ts';
import { dayIn } from '#kernel/day.ts';
import type { Language } from '#kernel/language.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Scoped } from '#platform/db/index.ts';
import { isSayable, say } from '#platform/i18n/index.ts';
import { eventsAbout } from '#workspace/audit/lookup.ts';
import { settingsOf } from '#workspace/spaces/lookup.ts';
import { colleagues } from '#workspace/team/lookup.ts';
import type { CourseEvent, CourseKeyResult, CourseObjective, CourseView, Feeds, ObjectivePage } from './wire.ts';

/** Readings beside a line of the overview, and behind the chart of a page. */
const FEW_READINGS = 60;
const MANY_READINGS = 400;
const MOST_EVENTS = 100;

/** Who reads, and in which language. */
export interface Reader {
  readonly scope: Scope;
  readonly functions: readonly FunctionName[];
  readonly language: Language;
}

/** Measures what is older than a day; what follows from that is not waited for. */
async function readFresh(deps: KeyResultsDeps, scope: Scope, objectiveId?: string): Promise<void> {
  const read = await readKeyResults(deps, scope, objectiveId === undefined ? {} : { objectiveId });
  if (read > 0) await deps.database.inScope(scope, (db) => askForecasts(db, deps.clock.now()));
}

/** The whole course; what was measured more than a day ago is measured first. */
export async function courseOf(deps: KeyResultsDeps, reader: Reader): Promise<CourseView> {
  const { scope, functions } = reader;
  await readFresh(deps, scope);
  const now = deps.clock.now();
  return await deps.database.inScope(scope, async (db) => {
    const ground = await groundOf(db, now, reader);
    const followed = Map.groupBy(await followedOf(db, { most: FEW_READINGS }), (one) => one.objectiveId);
    return {
      today: ground.today,
      vision: await visionView(db, now, functions),
      objectives: (await objectives(db)).map((one) => toldOf(one, followed.get(one.id) ?? [], ground)),
      record: await recordOf(db),
      can: { create: functions.includes('pilot') || functions.includes('admin') },
    };
  });
}

/** One objective, all that was measured for it, and what happened to it. */
export async function objectivePage(
  deps: KeyResultsDeps,
  reader: Reader,
  id: string,
): Promise<Result<ObjectivePage, 'http/not_found'>> {
  await readFresh(deps, reader.scope, id);
  const now = deps.clock.now();
  return await deps.database.inScope(reader.scope, async (db) => {
    const objective = await objectiveById(db, id);
    if (objective === undefined) return no('http/not_found');
    const ground = await groundOf(db, now, reader);
    const followed = await followedOf(db, { objectives: [id], most: MANY_READINGS });
    const told = toldOf(objective, followed, ground);
    const events = await eventsOf(db, id, reader.language);
    return yes({ ...told, today: ground.today, record: await recordOf(db), feeds: await feedsOf(db, id), events });
  });
}

/** Measures the key results of one objective again, however fresh they are. */
export async function measureNow(
  deps: KeyResultsDeps,
  scope: Scope,
  id: string,
): Promise<Result<{ readonly readings: number }, 'http/not_found' | 'objective/ended'>> {
  const objective = await deps.database.inScope(scope, (db) => objectiveById(db, id));
  if (objective === undefined) return no('http/not_found');
  if (isOver(objective.state)) return no('objective/ended');
  const readings = await readKeyResults(deps, scope, { hours: 0, objectiveId: id });
  await deps.database.inScope(scope, (db) => askForecasts(db, deps.clock.now()));
  return yes({ readings });
}

/** What every line of one answer is told with. */
interface Ground {
  readonly reader: Reader;
  readonly today: string;
  readonly zone: string;
  /** The mandates under way, by the objective they serve. */
  readonly mandates: ReadonlyMap<string, readonly unknown[]>;
  readonly forecasts: ReadonlyMap<string, KeptForecast>;
  readonly holders: ReadonlyMap<string, { readonly id: string; readonly name: string; readonly hasLeft: boolean }>;
}

async function groundOf(db: Scoped, now: Date, reader: Reader): Promise<Ground> {
  const { zone } = await settingsOf(db);
  const all = (await colleagues(db)).map(({ id, name, hasLeft }) => ({ id, name, hasLeft }));
  const today = dayIn(zone, now);
  const mandates = Map.groupBy(await liveMandates(db, today), ({ objectiveId }) => objectiveId);
  const forecasts = await newestForecasts(db);
  return { reader, today, zone, mandates, forecasts, holders: new Map(all.map((one) => [one.id, one])) };
}

function toldOf(objective: Objective, followed: readonly Followed[], ground: Ground): CourseObjective {
  // What has ended stands as it stood on the day it ended.
  const { endedAt, ownerId } = objective;
  const today = endedAt === null ? ground.today : dayIn(ground.zone, endedAt);
  const paces = followed.map((one) => ({ one, pace: paceOf(one, one.readings.at(-1), today) }));
  const around = {
    today: ground.today,
    ownerHasLeft: ground.holders.get(ownerId)?.hasLeft !== false,
    keyResults: paces.length,
    reached: paces.filter(({ pace }) => pace.state === 'reached').length,
  };
  return {
    ...lineOf(objective, ground.holders, around, ground.reader.functions),
    mandates: ground.mandates.get(objective.id)?.length ?? 0,
    keyResults: paces.map(({ one, pace }) => ({
      ...keyResultView(one, pace, ground.reader.language),
      forecast: endedAt === null ? forecastOf(one, ground) : null,
    })),
  };
}

function keyResultView(one: Followed, pace: Pace, language: Language): KeyResultView {
  const { id, spanDays, baseline, target, due, version, slice } = one;
  const figure = figureInBrief(one.figure, language);
  const readings = one.readings.map((reading) => readingView(reading, figure.name, language));
  const { state, expected, progress } = pace;
  const because = becauseOf(pace, readings.at(-1), one, language);
  return {
    id,
    figure,
    slice,
    spanDays,
    baseline,
    target,
    due,
    version,
    state,
    because,
    expected,
    progress,
    readings,
  };
}

/** The newest forecast, until its day has come. */
function forecastOf({ id, due }: Followed, { forecasts, reader, today }: Ground): CourseKeyResult['forecast'] {
  const kept = forecasts.get(id);
  return kept === undefined || due < today ? null : forecastView(kept, reader.language);
}

function readingView(reading: Reading, name: string, language: Language): ReadingView {
  const when = { day: reading.day, takenAt: reading.takenAt.toISOString() };
  if (reading.value === null)
    return { ...when, value: null, low: null, high: null, because: missingWords(reading.missing, name, language) };
  return { ...when, value: reading.value, low: reading.low, high: reading.high, because: null };
}

function missingWords(missing: string, name: string, language: Language): string {
  const own = `key-result/missing_${missing}`;
  return say(language, isSayable(own) ? own : `figure/unavailable_${missing}`, { name });
}

function becauseOf(
  { state, because }: Pace,
  last: ReadingView | undefined,
  { baseline, target }: Followed,
  language: Language,
): string | null {
  if (because === 'missing') return last?.because ?? null;
  if (because !== null) return say(language, `key-result/pace_${because}`);
  const isDoubtful = state === 'reached' && last !== undefined && holdsBoth(last, baseline.value, target);
  return isDoubtful ? say(language, 'key-result/pace_doubtful') : null;
}

async function feedsOf(db: Scoped, id: string): Promise<Feeds> {
  const mandates = (await mandatesOf(db, id)).flatMap(({ state, fromDay: _, ...one }) =>
    // Those it was never asked for, or that were taken back, feed nothing.
    state === 'draft' || state === 'withdrawn' ? [] : [{ ...one, state }],
  );
  return { mandates, insights: (await answersFor(db, id)).map((one) => ({ ...one })) };
}

async function eventsOf(db: Scoped, id: string, language: Language): Promise<CourseEvent[]> {
  const ids = await keyResultIds(db, id);
  const all = [
    ...(await eventsAbout(db, 'objective', [id], MOST_EVENTS)),
    ...(await eventsAbout(db, 'key_result', ids, MOST_EVENTS)),
  ];
  return all
    .toSorted((a, b) => b.number - a.number)
    .slice(0, MOST_EVENTS)
    .map(({ number, at, action, name, why, before, after }) => ({
      number,
      at: at.toISOString(),
      action,
      by: name ?? null,
      why: why ?? null,
      about: figureNamed(after, language) ?? figureNamed(before, language) ?? null,
    }));
}

function figureNamed(told: unknown, language: Language): string | undefined {
  if (typeof told !== 'object' || told === null || !('figure' in told)) return undefined;
  return figureInBrief(String(told.figure), language).name;
}
