import { evidencedInputs } from '#cockpit/value/evidence/index.ts';
import type { EvidenceCode, EvidenceDeps } from '#cockpit/value/evidence/index.ts';
import type { By, Doing } from '#kernel/actor.ts';
import { dayIn } from '#kernel/day.ts';
import { newId } from '#kernel/ids.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database, Scoped } from '#platform/db/index.ts';
import { record } from '#workspace/audit/index.ts';
import { settingsOf } from '#workspace/spaces/lookup.ts';
import { colleagues } from '#workspace/team/lookup.ts';
import { versionAt, versionForUpdate } from './lookup.ts';
import type { Change, Given, Line, LineWords, Scenario, Sheet, Variant, Version } from './model.ts';
import { changesBetween, checkedLine, checkedScenario, withoutLine } from './rules.ts';
import type { LineCode, ScenarioCode } from './rules.ts';
import * as store from './store.ts';
import type { KeepLine, KeepScenario, NewReview, NewSettings, TakeAway } from './wire.ts';

export interface ValueDeps extends EvidenceDeps {
  readonly database: Database;
  readonly clock: Clock;
}

interface Reading {
  /** The version that was read; 0: there was none. */
  readonly version: number;
  readonly why?: string | undefined;
}

type KeepCode = 'http/not_allowed' | 'value/stale' | 'value/same' | 'value/said_later';
type Written<Code extends string> = Promise<Result<{ readonly version: number }, Code | KeepCode>>;

/** Keeps the next version, unless somebody kept one since it was read. What is no different is no version. */
function keep<Code extends string>(
  { database, clock }: ValueDeps,
  { scope, by }: Doing,
  { version, why }: Reading,
  change: (before: Sheet | undefined) => Result<Sheet, Code>,
): Written<Code> {
  return database.inScope(scope, async (db): Written<Code> => {
    if (by.kind === 'key') return no('http/not_allowed');
    const before = await versionForUpdate(db);
    if (numberOf(before) !== version) return no('value/stale', await sinceThen(db, before, version));
    const changed = change(before?.sheet);
    return changed.ok ? await writeNext(db, { by, why, now: clock.now() }, before, changed.value) : changed;
  });
}

interface Writing {
  readonly by: By;
  readonly why: string | undefined;
  readonly now: Date;
}

async function writeNext(
  db: Scoped,
  { by, why, now }: Writing,
  before: Version | undefined,
  sheet: Sheet,
): Promise<Result<{ readonly version: number }, KeepCode>> {
  const today = dayIn((await settingsOf(db)).zone, now);
  if (givensIn(sheet).some(({ on }) => on > today)) return no('value/said_later');
  const changes = changesBetween(before?.sheet, sheet);
  if (changes.length === 0) return no('value/same');
  const who = by.kind === 'person' ? by.colleagueId : null;
  const next = { number: numberOf(before) + 1, sheet, why: why ?? null, by: who, at: now };
  // Two who begin at once: the second one reads what the first one wrote.
  if (!(await store.insertVersion(db, next))) return no('value/stale', { by: '–', what: '–', version: next.number });
  await record(db, by, now, writtenEvent(next, changes));
  return yes({ version: next.number });
}

function numberOf(version: Version | undefined): number {
  return version?.number ?? 0;
}

function writtenEvent({ number, why }: Version, changes: readonly Change[]) {
  return {
    action: 'value.written',
    objectType: 'value_model',
    objectId: String(number),
    after: { version: number, changes: changes.map(bareChange) },
    ...(why === null ? {} : { why }),
  };
}

function givensIn({ lines, scenarios }: Sheet): readonly Given[] {
  return [
    ...lines.flatMap(({ inputs }) => Object.values(inputs)),
    ...scenarios.flatMap(({ ranges }) => ranges.map(({ given }) => given)),
  ];
}

/** The record holds numbers and what they are of; names and sources stay in the version. */
function bareChange({ what, is, stream, field, unit, before, after }: Change): object {
  const isTold = unit !== 'text' && unit !== 'source';
  return { what, is, stream, field, ...(isTold ? { before, after } : {}) };
}

const MOST_TOLD = 5;

/** Who changed what after the version somebody read: the details of a stale refusal. */
async function sinceThen(db: Scoped, newest: Version | undefined, version: number) {
  const read = version === 0 ? undefined : await versionAt(db, version);
  const changes = newest === undefined ? [] : changesBetween(read?.sheet, newest.sheet);
  const names = [...new Set(changes.map(({ name }) => name))];
  const by = (await colleagues(db)).find(({ id }) => id === newest?.by)?.name;
  const what = names.slice(0, MOST_TOLD).join(', ');
  return { by: by ?? '–', what: what === '' ? '–' : what, version: numberOf(newest) };
}

/** Sets currency, years, rate and curve; the first time this begins the model. */
export function keepSettings(
  deps: ValueDeps,
  doing: Doing,
  { version, why, ...settings }: NewSettings,
): Written<LineCode> {
  return keep(deps, doing, { version, why }, (before) => {
    const sheet: Sheet = { lines: [], scenarios: [], ...before, ...settings };
    for (const line of sheet.lines) {
      const others = sheet.lines.filter(({ id }) => id !== line.id);
      const checked = checkedLine(line, others, sheet.years);
      if (!checked.ok) return checked;
    }
    return yes(sheet);
  });
}

type LineWritten = LineCode | EvidenceCode | 'http/not_found' | 'value/not_begun';

/** Adds a line, or puts another in the place of one; what was measured is measured now, what was proved is read now. */
export async function keepLine(
  deps: ValueDeps,
  doing: Doing,
  id: string | undefined,
  { version, why, line }: KeepLine,
): Promise<Result<{ readonly id: string; readonly version: number }, LineWritten | KeepCode>> {
  const inputs = await evidencedInputs(deps, doing, line.inputs);
  if (!inputs.ok) return inputs;
  const own = id ?? newId(deps.clock.now());
  const kept = await keep(deps, doing, { version, why }, (before): Result<Sheet, LineWritten> => {
    if (before === undefined) return no(id === undefined ? 'value/not_begun' : 'http/not_found');
    const at = before.lines.findIndex((one) => one.id === own);
    if (id !== undefined && at < 0) return no('http/not_found');
    const next = { ...line, id: own, inputs: inputs.value } satisfies LineWords & { id: string };
    const checked = checkedLine(
      next,
      before.lines.filter((one) => one.id !== own),
      before.years,
    );
    if (!checked.ok) return checked;
    return yes(at < 0 ? { ...before, lines: [...before.lines, next] } : replaced(before, next));
  });
  return kept.ok ? yes({ id: own, version: kept.value.version }) : kept;
}

/** Scenarios keep their ranges of inputs that are still there. */
function replaced(sheet: Sheet, line: Line): Sheet {
  return {
    ...sheet,
    lines: sheet.lines.map((one) => (one.id === line.id ? line : one)),
    scenarios: sheet.scenarios.map((one) => ({
      ...one,
      ranges: one.ranges.filter(({ lineId, input }) => lineId !== line.id || input in line.inputs),
    })),
  };
}

/** Takes a line out, with what scenarios said of it. */
export function removeLine(
  deps: ValueDeps,
  doing: Doing,
  id: string,
  { version, why }: TakeAway,
): Written<'http/not_found'> {
  return keep(deps, doing, { version, why }, (before) =>
    before?.lines.some((line) => line.id === id) === true ? yes(withoutLine(before, id)) : no('http/not_found'),
  );
}

type ScenarioWritten = ScenarioCode | EvidenceCode | 'value/not_begun';

/** Adds a scenario, or puts another in the place of one. */
export async function keepScenario(
  deps: ValueDeps,
  doing: Doing,
  id: string | undefined,
  { version, why, scenario }: KeepScenario,
): Promise<Result<{ readonly id: string; readonly version: number }, ScenarioWritten | KeepCode>> {
  const ranges: Variant[] = [];
  for (const [lineId, inputs] of Object.entries(scenario.ranges)) {
    const measured = await evidencedInputs(deps, doing, inputs);
    if (!measured.ok) return measured;
    for (const [input, given] of Object.entries(measured.value)) ranges.push({ lineId, input, given });
  }
  const next: Scenario = { id: id ?? newId(deps.clock.now()), name: scenario.name, ranges };
  const kept = await keep(deps, doing, { version, why }, (before): Result<Sheet, ScenarioWritten> => {
    if (before === undefined) return no(id === undefined ? 'value/not_begun' : 'http/not_found');
    const at = before.scenarios.findIndex((one) => one.id === id);
    if (id !== undefined && at < 0) return no('http/not_found');
    const checked = checkedScenario(next, before);
    if (!checked.ok) return checked;
    const others = before.scenarios;
    return yes({ ...before, scenarios: at < 0 ? [...others, next] : others.with(at, next) });
  });
  return kept.ok ? yes({ id: next.id, version: kept.value.version }) : kept;
}

export function removeScenario(
  deps: ValueDeps,
  doing: Doing,
  id: string,
  { version, why }: TakeAway,
): Written<'http/not_found'> {
  return keep(deps, doing, { version, why }, (before) =>
    before?.scenarios.some((one) => one.id === id) === true
      ? yes({ ...before, scenarios: before.scenarios.filter((one) => one.id !== id) })
      : no('http/not_found'),
  );
}

/** Says that the newest version was read through and still stands. */
export function reviewValue(
  { database, clock }: ValueDeps,
  { scope, by }: Doing,
  { version, note }: NewReview,
): Promise<Result<undefined, 'http/not_allowed' | 'value/stale' | 'value/not_begun'>> {
  return database.inScope(scope, async (db) => {
    if (by.kind !== 'person') return no('http/not_allowed');
    const newest = await versionForUpdate(db);
    if (newest === undefined) return no('value/not_begun');
    if (newest.number !== version) return no('value/stale', await sinceThen(db, newest, version));
    const now = clock.now();
    const review = { id: newId(now), number: version, note: note ?? null, by: by.colleagueId, at: now };
    await store.insertReview(db, review);
    const about = { objectType: 'value_model', objectId: String(version) };
    await record(db, by, now, { action: 'value.reviewed', ...about, after: { version } });
    return yes(undefined);
  });
}
