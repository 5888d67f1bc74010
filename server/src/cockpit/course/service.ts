import { sql } from 'kysely';
import { answersFor, type AnsweredInsight } from '#bridge/decisions/lookup.ts';
import { liveMandates, mandatesOf, type LiveMandate, type MandateLine } from '#bridge/mandates/lookup.ts';
import { figureInBrief } from '#cockpit/figures/index.ts';
import { readKeyResults } from '#cockpit/course/key-results/index.ts';
import type { KeyResultsDeps, KeyResultView, ReadingView } from '#cockpit/course/key-results/index.ts';
import { followed, holdsBoth, keyResultIds, paceOf } from '#cockpit/course/key-results/lookup.ts';
import type { Followed, Pace, Reading } from '#cockpit/course/key-results/lookup.ts';
import { askForecasts, forecastView, judgedForecasts, newestForecasts, recordOf } from '#cockpit/course/pace/index.ts';
import type { KeptForecast } from '#cockpit/course/pace/lookup.ts';
import { lineOf, type Objective } from '#cockpit/course/objectives/index.ts';
import { isOver, objectiveById, objectiveRow, objectives } from '#cockpit/course/objectives/lookup.ts';
import { visionRows, visionView } from '#cockpit/course/visions/index.ts';
import type { FunctionName } from '#kernel/actor.ts';
import { dayIn } from '#kernel/day.ts';
import type { Language } from '#kernel/language.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Scoped } from '#platform/db/index.ts';
import { together } from '#platform/db/index.ts';
import { isSayable, say } from '#platform/i18n/index.ts';
import { eventsAbout, type EventAbout } from '#workspace/audit/lookup.ts';
import { house, todayOf, type House } from '#workspace/spaces/lookup.ts';
import { colleagueRows, type Colleague } from '#workspace/team/lookup.ts';
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

/** The whole course, as it was last measured. */
export async function courseOf(deps: KeyResultsDeps, reader: Reader): Promise<CourseView> {
  const { scope, functions } = reader;
  const found = await deps.database.inScope(scope, (db) =>
    together(db, {
      ...groundRows(db, deps.clock.now()),
      objectives: objectives(db),
      followed: followed(db, { most: FEW_READINGS }),
      ...visionRows(db),
    }),
  );
  const now = deps.clock.now();
  const ground = groundOf(found, now, reader);
  const byObjective = Map.groupBy(found.followed, (one) => one.objectiveId);
  return {
    today: ground.today,
    vision: visionView(found, now, functions),
    objectives: found.objectives.map((one) => toldOf(one, byObjective.get(one.id) ?? [], ground)),
    record: recordOf(found.judged),
    can: { create: functions.includes('pilot') || functions.includes('admin') },
  };
}

/** One objective, all that was measured for it, and what happened to it. */
export async function objectivePage(
  deps: KeyResultsDeps,
  reader: Reader,
  id: string,
): Promise<Result<ObjectivePage, 'http/not_found'>> {
  const read = (db: Scoped) =>
    together(db, {
      ...groundRows(db, deps.clock.now()),
      objectives: objectiveRow(db, id),
      followed: followed(db, { objective: id, most: MANY_READINGS }),
      given: mandatesOf(db, id),
      insights: answersFor(db, id),
      events: eventsAbout(db, 'objective', sql`select ${id}`, MOST_EVENTS),
      keyResultEvents: eventsAbout(db, 'key_result', keyResultIds(db, id), MOST_EVENTS),
    });
  const found = await deps.database.inScope(reader.scope, read);
  const [objective] = found.objectives;
  if (objective === undefined) return no('http/not_found');
  const ground = groundOf(found, deps.clock.now(), reader);
  return yes({
    ...toldOf(objective, found.followed, ground),
    today: ground.today,
    record: recordOf(found.judged),
    feeds: feedsOf(found.given, found.insights),
    events: eventsOf([...found.events, ...found.keyResultEvents], reader.language),
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

/** What the ground is told from. */
function groundRows(db: Scoped, now: Date) {
  return {
    houses: house(db),
    colleagues: colleagueRows(db),
    live: liveMandates(db, todayOf(db, now)),
    forecasts: newestForecasts(db),
    judged: judgedForecasts(db),
  };
}

interface GroundKnown {
  readonly houses: readonly House[];
  readonly colleagues: readonly Colleague[];
  readonly live: readonly LiveMandate[];
  readonly forecasts: readonly KeptForecast[];
}

function groundOf(known: GroundKnown, now: Date, reader: Reader): Ground {
  const zone = known.houses[0]?.zone ?? 'UTC';
  const all = known.colleagues.map(({ id, name, hasLeft }) => ({ id, name, hasLeft }));
  const mandates = Map.groupBy(known.live, ({ objectiveId }) => objectiveId);
  const forecasts = new Map(known.forecasts.map((one) => [one.keyResultId, one]));
  return {
    reader,
    today: dayIn(zone, now),
    zone,
    mandates,
    forecasts,
    holders: new Map(all.map((one) => [one.id, one])),
  };
}

function toldOf(objective: Objective, measured: readonly Followed[], ground: Ground): CourseObjective {
  // What has ended stands as it stood on the day it ended.
  const { endedAt, ownerId } = objective;
  const today = endedAt === null ? ground.today : dayIn(ground.zone, endedAt);
  const paces = measured.map((one) => ({ one, pace: paceOf(one, one.readings.at(-1), today) }));
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

function feedsOf(given: readonly MandateLine[], insights: readonly AnsweredInsight[]): Feeds {
  const mandates = given.flatMap(({ state, fromDay: _, ...one }) =>
    // Those it was never asked for, or that were taken back, feed nothing.
    state === 'draft' || state === 'withdrawn' ? [] : [{ ...one, state }],
  );
  return { mandates, insights: insights.map((one) => ({ ...one })) };
}

function eventsOf(all: readonly EventAbout[], language: Language): CourseEvent[] {
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
