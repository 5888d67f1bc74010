import type { Figure, FigureRefusal } from '#cockpit/figures/index.ts';
import { figureById } from '#cockpit/figures/index.ts';
import { measure, newestOf, takeReading, type Asked, type MeasuringDeps } from '#cockpit/course/measuring/index.ts';
import { isOver, objectiveById, objectiveForUpdate, type Objective } from '#cockpit/course/objectives/lookup.ts';
import type { Doing } from '#kernel/actor.ts';
import { dayIn } from '#kernel/day.ts';
import { newId } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import { enqueue, enqueueDaily } from '#platform/jobs/index.ts';
import { say } from '#platform/i18n/index.ts';
import { changedSince, record } from '#workspace/audit/index.ts';
import { settingsOf } from '#workspace/spaces/lookup.ts';
import { keyResultById, keyResultForUpdate, measuredKeyResults, type Followed } from './lookup.ts';
import type { Baseline } from './model.ts';
import { checkedAim, daysToReadBack, HOURS_BETWEEN_ROUNDS, isReadingDue, type AimCode } from './rules.ts';
import * as store from './store.ts';
import type { AskBaseline, BaselineView, DropKeyResult, NewKeyResult } from './wire.ts';

export type KeyResultsDeps = MeasuringDeps;

export const READ_TASK = 'course.read';
export const READ_BACK_TASK = 'course.read_back';
/** A first picture of the way so far, not a whole history: the page of the figure has that. */
const MOST_READ_BACK = 13;
const MOST_KEY_RESULTS = 12;
/** When the daily readings are taken, so that nobody's working hours wait for them. */
const READING_TIME = '03:10';

type BaselineCode = FigureRefusal | 'key-result/too_few' | 'key-result/unavailable' | 'key-result/partial';

interface Start {
  readonly figure: Figure;
  readonly baseline: Baseline;
}

/** What a key result would start from. A figure that cannot be told there is refused, with what to do. */
async function baselineOf(
  deps: KeyResultsDeps,
  scope: Scope,
  { until, ...asked }: AskBaseline,
  language: Language,
): Promise<Result<Start, BaselineCode>> {
  const figure = figureById(asked.figure);
  const answer = figure === undefined ? no('http/not_found') : await measure(deps, scope, asked, until);
  if (!answer.ok || figure === undefined) return answer.ok ? no('http/not_found') : answer;
  const { value, window } = answer.value;
  const name = figure.name[language];
  if (value.state === 'too_few')
    return no('key-result/too_few', { name, sample: value.sample, minimum: value.minimum });
  if (value.state === 'unavailable')
    return no('key-result/unavailable', { why: say(language, `figure/unavailable_${value.reason}`, { name }) });
  if (value.value === null) return no('key-result/unavailable', { why: say(language, 'figure/not_reached', { name }) });
  if (window.partial) return no('key-result/partial', { name });
  const { from, until: end } = window;
  return yes({ figure, baseline: { value: value.value, ...value.interval, from, until: end } });
}

/** The baseline before it is kept: the value, its interval and its window. */
export async function showBaseline(
  deps: KeyResultsDeps,
  scope: Scope,
  asked: AskBaseline,
  language: Language,
): Promise<Result<BaselineView, BaselineCode>> {
  const start = await baselineOf(deps, scope, asked, language);
  if (!start.ok) return start;
  const { id, name, unit, direction } = start.value.figure;
  return yes({ figure: { id, name: name[language], unit, direction }, baseline: start.value.baseline });
}

type AddCode = BaselineCode | AimCode | 'http/not_allowed' | 'objective/ended' | 'objective/full';

/** Adds a key result to an objective, from a baseline measured now. */
export async function addKeyResult(
  deps: KeyResultsDeps,
  { scope, by, language }: Doing,
  objectiveId: string,
  asked: NewKeyResult,
): Promise<Result<{ readonly id: string }, AddCode>> {
  const { target, due, ...aim } = asked;
  // Before anything is measured: a foreign objective must not cost more than a missing one.
  const open = await deps.database.inScope(scope, (db) => objectiveById(db, objectiveId));
  if (open === undefined) return no('http/not_found');
  const start = await baselineOf(deps, scope, aim, language);
  if (!start.ok) return start;
  const { figure, baseline } = start.value;
  const added = await deps.database.inScope(scope, async (db): Promise<Result<Asked & { id: string }, AddCode>> => {
    if (by.kind !== 'person') return no('http/not_allowed');
    const objective = await objectiveForUpdate(db, objectiveId);
    if (objective === undefined) return no('http/not_found');
    if (isOver(objective.state)) return no('objective/ended');
    const others = (await measuredKeyResults(db)).filter((one) => one.objectiveId === objectiveId);
    if (others.length >= MOST_KEY_RESULTS) return no('objective/full', { most: MOST_KEY_RESULTS });
    const now = deps.clock.now();
    const today = dayIn((await settingsOf(db)).zone, now);
    const checked = checkedAim({ ...aimedAt(figure, baseline, asked), today, horizon: objective.horizon });
    if (!checked.ok) return checked;
    const { slice, spanDays } = aim;
    const one = { id: newId(now), objectiveId, figure: figure.id, slice, spanDays, baseline, target, due };
    await store.insertKeyResult(db, { ...one, madeBy: by.colleagueId, madeAt: now });
    await enqueueDaily(db, READ_TASK, READING_TIME, now);
    await record(db, by, now, {
      action: 'key_result.added',
      objectType: 'key_result',
      objectId: one.id,
      after: { version: 1, objectiveId, figure: figure.id, slice, baseline: baseline.value, target, due },
    });
    return yes(one);
  });
  if (!added.ok) return added;
  const reading = await takeReading(deps, scope, added.value);
  await deps.database.inScope(scope, async (db) => {
    await store.keepReading(db, added.value.id, reading);
    await enqueue(db, { task: READ_BACK_TASK, payload: { keyResultId: added.value.id } });
  });
  return yes({ id: added.value.id });
}

function aimedAt({ id, unit }: Figure, { value: baseline }: Baseline, { target, due }: NewKeyResult) {
  return { unit, maySink: id === 'net_active_change', baseline, target, due };
}

type DropCode = 'http/not_found' | 'key-result/stale' | 'objective/ended';

/** Takes a key result off the course; what was measured stays on the record. */
export function dropKeyResult(
  { database, clock }: KeyResultsDeps,
  { scope, by, language }: Doing,
  id: string,
  { version, why }: DropKeyResult,
): Promise<Result<undefined, DropCode>> {
  return database.inScope(scope, async (db) => {
    const objectiveId = (await keyResultById(db, id))?.objectiveId;
    // The objective first, as everywhere: two who wait for each other would wait for ever.
    const objective: Objective | undefined =
      objectiveId === undefined ? undefined : await objectiveForUpdate(db, objectiveId);
    const before = await keyResultForUpdate(db, id);
    if (objective === undefined || before === undefined) return no('http/not_found');
    if (before.droppedAt !== null || before.version !== version) {
      const read = { objectType: 'key_result', objectId: id, version };
      return no('key-result/stale', { ...(await changedSince(db, read, 'key-result', language)) });
    }
    if (isOver(objective.state)) return no('objective/ended');
    const now = clock.now();
    await store.markDropped(db, id, now);
    await record(db, by, now, {
      action: 'key_result.dropped',
      objectType: 'key_result',
      objectId: id,
      before: { objectiveId: before.objectiveId, figure: before.figure, target: before.target },
      after: { version: before.version + 1 },
      why,
    });
    return yes(undefined);
  });
}

interface Round {
  readonly objectiveId?: string;
  /** Those read less than so many hours ago are left out. */
  readonly hours: number;
}

/** Takes a reading of every key result that is measured and was not read lately. Answers how many. */
export async function readKeyResults(
  deps: KeyResultsDeps,
  scope: Scope,
  { hours, objectiveId }: Round,
): Promise<number> {
  const now = deps.clock.now();
  const measured = await deps.database.inScope(scope, measuredKeyResults);
  const due = measured.filter(
    (one) =>
      (objectiveId === undefined || one.objectiveId === objectiveId) && isReadingDue(one.readings[0], now, hours),
  );
  for (const one of due) await readOne(deps, scope, one);
  if (due.length > 0) await deps.database.inScope(scope, (db) => enqueueDaily(db, READ_TASK, READING_TIME, now));
  return due.length;
}

async function readOne(deps: KeyResultsDeps, scope: Scope, one: Followed): Promise<void> {
  const reading = await takeReading(deps, scope, one);
  await deps.database.inScope(scope, async (db) => {
    // Its workspace may have gone meanwhile.
    if ((await keyResultById(db, one.id)) !== undefined) await store.keepReading(db, one.id, reading);
  });
}

/**
 * Has key results read from now on: at once what was not read lately, as nothing is while no process runs, and each day
 * after that.
 */
export async function watchReadings({ database }: KeyResultsDeps, scopes: readonly Scope[]): Promise<void> {
  for (const scope of scopes)
    await database.inScope(scope, async (db) => {
      const { length } = await measuredKeyResults(db);
      if (length > 0) await enqueue(db, { task: READ_TASK, payload: {}, key: `${READ_TASK} ${scope.workspaceId}` });
    });
}

/** The reading of a day, and the next one asked for: also where all were read by hand meanwhile, so that no day is left out. */
export async function readDaily(deps: KeyResultsDeps, scope: Scope): Promise<void> {
  await deps.database.inScope(scope, async (db) => {
    const measured = await measuredKeyResults(db);
    if (measured.length > 0) await enqueueDaily(db, READ_TASK, READING_TIME, deps.clock.now());
  });
  await readKeyResults(deps, scope, { hours: HOURS_BETWEEN_ROUNDS });
}

/** Reads the figure back at some days between the baseline and the newest reading, so that the way so far is seen. */
export async function readBack(deps: KeyResultsDeps, scope: Scope, id: string, signal: AbortSignal): Promise<void> {
  const one = await deps.database.inScope(scope, async (db) => keyResultById(db, id));
  if (one === undefined) return;
  const newest = await newestOf(deps, scope, one);
  if (!newest.ok) return;
  for (const until of daysToReadBack(one.baseline.until, newest.value, MOST_READ_BACK)) {
    signal.throwIfAborted();
    const reading = await takeReading(deps, scope, one, until);
    await deps.database.inScope(scope, (db) => store.keepReading(db, id, reading));
  }
}
