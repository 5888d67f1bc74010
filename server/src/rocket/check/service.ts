import type { By, Doing, FunctionName } from '#kernel/actor.ts';
import { addDays, dayIn, firstOfMonth } from '#kernel/day.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import { together } from '#platform/db/index.ts';
import { pathFacts, pathOf, type PathView } from '#rocket/steps/index.ts';
import { traceRows, tracesOf } from '#rocket/traces/index.ts';
import type { Traces, TracesDeps } from '#rocket/traces/index.ts';
import { changedSince, record } from '#workspace/audit/index.ts';
import { lastVersion } from '#workspace/audit/lookup.ts';
import { inItsZone, openedOn, settingsOf } from '#workspace/spaces/lookup.ts';
import type { Check, Judged, KeptMonth, OwnBounds } from './model.ts';
import { INDICATORS } from './model.ts';
import { maySetBounds } from './policy.ts';
import { canBe, checkOf, monthsIn } from './rules.ts';
import { deleteBounds, keepMonth, ownBounds, ownBoundsForUpdate, putBounds } from './store.ts';
import { isKept, monthRows } from './views.ts';
import type { CheckView, IndicatorView, NewBounds } from './wire.ts';

export type CheckDeps = TracesDeps;

interface CheckedNow {
  readonly check: Check;
  readonly traces: Traces;
  readonly path: PathView;
  /** The bounds that were set, and whoever works or worked here. */
  readonly own: readonly OwnBounds[];
  readonly colleagues: readonly { readonly id: string; readonly name: string }[];
  readonly months: ReturnType<typeof monthsIn>;
}

/** The check of now with all it was made from: one question to the base, and what the copy of the facts tells. */
export async function checkNow(deps: CheckDeps, scope: Scope): Promise<CheckedNow> {
  const moment = { now: deps.clock.now() };
  const known = await deps.database.inScope(scope, (db) => {
    const beside = { bounds: ownBounds(db), months: monthRows(db), facts: pathFacts(db) };
    return inItsZone(db, (zone) => together(db, { ...traceRows(db, moment, zone), ...beside }));
  });
  const [facts] = known.facts;
  if (facts === undefined) throw new Error('a question of counts always has its row');
  const traces = await tracesOf(deps, scope, known, moment);
  const check = checkOf(traces.found, known.bounds);
  const path = pathOf({ check, facts, declaredPilots: traces.pilot.declared });
  return { check, traces, path, own: known.bounds, colleagues: known.colleagues, months: monthsIn(known.months) };
}

/** The whole page: the check of now, the bounds with who set them and why, and the months before. */
export async function checkPage(deps: CheckDeps, scope: Scope, functions: readonly FunctionName[]): Promise<CheckView> {
  const { check, traces, path, own, colleagues, months } = await checkNow(deps, scope);
  const { indicators, bands, sentence, axes } = check;
  const names = new Map(colleagues.map(({ id, name }) => [id, name]));
  const setBounds = maySetBounds(functions);
  return {
    takenAt: deps.clock.now().toISOString(),
    window: traces.window,
    figuresWindow: traces.figuresWindow,
    sentence,
    bands: { ...bands },
    axes: { ...axes },
    indicators: indicators.map((judged) => viewOf(judged, own, names, setBounds)),
    history: months.map(({ month, kept }) => ({
      month,
      sentence: kept.sentence,
      bands: kept.bands,
      axes: kept.axes,
    })),
    path,
    can: { setBounds },
  };
}

function viewOf(
  { indicator, bounds, found, state }: Judged,
  own: readonly OwnBounds[],
  names: ReadonlyMap<string, string>,
  setBounds: boolean,
): IndicatorView {
  const { id, band, unit, better, bears, act, traces, isOpen } = indicator;
  return {
    id,
    band,
    unit,
    better,
    bears,
    act,
    traces,
    state,
    ...(found.is === 'value'
      ? { value: found.value, n: found.n, of: found.of, because: null }
      : { value: null, n: null, of: null, because: found.because }),
    bounds: { ...bounds },
    standard: { inPlace: indicator.inPlace, missing: indicator.missing },
    own: ownOf(
      own.find((one) => one.indicator === id),
      names,
    ),
    can: { setBounds: setBounds && isOpen },
  };
}

function ownOf(set: OwnBounds | undefined, names: ReadonlyMap<string, string>): IndicatorView['own'] {
  if (set === undefined) return null;
  const { why, setBy, setAt, version } = set;
  return { why, by: names.get(setBy) ?? '', at: setAt.toISOString(), version };
}

type BoundsCode = 'http/not_found' | 'http/not_allowed' | 'check/stale' | 'check/upside_down' | 'check/fixed';

/** Sets the bounds of one indicator for this workspace, with the reason. Bounds set meanwhile are not written over. */
export function setBounds(
  { database, clock }: CheckDeps,
  { scope, by, language }: Doing,
  id: string,
  { version, inPlace, missing, why }: NewBounds,
): Promise<Result<undefined, BoundsCode>> {
  return database.inScope(scope, async (db) => {
    const indicator = INDICATORS.find((one) => one.id === id);
    if (indicator === undefined) return no('http/not_found');
    if (by.kind !== 'person') return no('http/not_allowed');
    if (!indicator.isOpen) return no('check/fixed');
    if (!canBe(indicator, { inPlace, missing })) return no('check/upside_down');
    const before = await ownBoundsForUpdate(db, id);
    const was = before ?? indicator;
    if ((before?.version ?? 0) !== version) {
      const read = { objectType: 'indicator', objectId: id, version };
      const { unit } = indicator;
      const now = { unit, inPlace: was.inPlace, missing: was.missing };
      return no('check/stale', { ...now, ...(await changedSince(db, read, 'check', language)) });
    }
    const now = clock.now();
    // Those that were taken off had numbers too: one of theirs would let who read them write over these.
    const next = (await lastVersion(db, 'indicator', id)) + 1;
    await putBounds(db, { indicator: id, inPlace, missing, why, setBy: by.colleagueId, setAt: now, version: next });
    await record(db, by, now, {
      action: 'check.bounds_set',
      objectType: 'indicator',
      objectId: id,
      before: { inPlace: was.inPlace, missing: was.missing },
      after: { version: next, inPlace, missing },
      why,
    });
    return yes(undefined);
  });
}

/** Back to the house's own bounds. */
export function resetBounds(
  { database, clock }: CheckDeps,
  scope: Scope,
  by: By,
  id: string,
): Promise<Result<undefined, 'http/not_found'>> {
  return database.inScope(scope, async (db) => {
    const indicator = INDICATORS.find((one) => one.id === id);
    const before = await ownBoundsForUpdate(db, id);
    if (indicator === undefined || before === undefined) return no('http/not_found');
    await deleteBounds(db, id);
    await record(db, by, clock.now(), {
      action: 'check.bounds_reset',
      objectType: 'indicator',
      objectId: id,
      before: { inPlace: before.inPlace, missing: before.missing },
      after: { version: before.version + 1, inPlace: indicator.inPlace, missing: indicator.missing },
    });
    return yes(undefined);
  });
}

/** Keeps the check of the month that just ended, unless it is kept; what it finds later would no longer be of that month. */
export async function keepLastMonth(deps: CheckDeps, scope: Scope): Promise<void> {
  const { database, clock } = deps;
  const { zone } = await database.inScope(scope, settingsOf);
  const until = firstOfMonth(dayIn(zone, clock.now()));
  const month = firstOfMonth(addDays(until, -1));
  // A month before the workspace was opened has nothing to tell.
  const isOver = await database.inScope(
    scope,
    async (db) => (await openedOn(db)) >= until || (await isKept(db, month)),
  );
  if (isOver) return;
  const moment = { now: clock.now(), until };
  const known = await database.inScope(scope, (db) =>
    together(db, { ...traceRows(db, moment, zone), bounds: ownBounds(db) }),
  );
  const { found } = await tracesOf(deps, scope, known, moment);
  await database.inScope(scope, (db) => keepMonth(db, month, moment.now, keptOf(checkOf(found, known.bounds))));
}

function keptOf({ sentence, bands, axes, indicators }: Check): KeptMonth {
  return {
    sentence,
    bands: { ...bands },
    axes: { ...axes },
    indicators: indicators.map(({ indicator, state, found }) => ({
      id: indicator.id,
      state,
      value: found.is === 'value' ? found.value : null,
    })),
  };
}
