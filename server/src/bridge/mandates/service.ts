import type { By, Doing, FunctionName } from '#kernel/actor.ts';
import { addDays, dayIn } from '#kernel/day.ts';
import { newId } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database, Scoped } from '#platform/db/index.ts';
import { changedSince, record } from '#workspace/audit/index.ts';
import { settingsOf } from '#workspace/spaces/lookup.ts';
import type { Act, FormerTerms, Mandate, MandateState, OpenTerms, Terms, Verdict } from './model.ts';
import { changedIn, fingerprintOf, groundProblem, STEPS, stepOf } from './rules.ts';
import type { StepCode } from './rules.ts';
import * as store from './store.ts';

export interface MandatesDeps {
  readonly database: Database;
  readonly clock: Clock;
  /** Whether there is a figure of that id; all figures take the same slices. */
  readonly isFigure: (id: string) => boolean;
}

type TermsCode = 'http/not_found' | 'mandate/upside_down' | 'mandate/over' | 'mandate/no_figure' | StepCode;
type ChangeCode = TermsCode | 'mandate/stale' | 'http/not_allowed';

const SEGMENT_ID = /-/;

/** Writes a draft; whoever calls is its author. */
export function draftMandate(
  deps: MandatesDeps,
  scope: Scope,
  by: By,
  terms: Terms,
): Promise<Result<{ readonly id: string }, TermsCode | 'http/not_allowed'>> {
  return deps.database.inScope(scope, async (db) => {
    if (by.kind !== 'person') return no('http/not_allowed');
    const problem = await termsProblem(deps, db, terms);
    if (problem !== undefined) return problem;
    const now = deps.clock.now();
    const id = newId(now);
    await store.insertMandate(db, { id, madeBy: by.colleagueId, madeAt: now }, terms);
    const { objectiveId, hostId, effortHours, fromDay, untilDay } = terms;
    await record(db, by, now, {
      action: 'mandate.drafted',
      objectType: 'mandate',
      objectId: id,
      after: { objectiveId, hostId, effortHours, fromDay, untilDay },
      mandateId: id,
    });
    return yes({ id });
  });
}

/** Changes a draft. One that is given is changed by discussing it. */
export function changeDraft(
  deps: MandatesDeps,
  { scope, by, language }: Doing,
  id: string,
  { version, ...terms }: Terms & { readonly version: number },
): Promise<Result<undefined, ChangeCode>> {
  return deps.database.inScope(scope, async (db) => {
    const before = await store.mandateForUpdate(db, id);
    if (before === undefined) return no('http/not_found');
    if (before.version !== version) return staleOf(db, before, version, language);
    const problem = await termsProblem(deps, db, terms);
    if (problem !== undefined) return problem;
    if (before.state !== 'draft') return no('mandate/wrong_state', { state: before.state });
    await store.updateTerms(db, id, terms);
    await record(db, by, deps.clock.now(), {
      action: 'mandate.changed',
      objectType: 'mandate',
      objectId: id,
      after: { version: version + 1, changed: changedIn(before, terms) },
      mandateId: id,
    });
    return yes(undefined);
  });
}

export interface Done {
  readonly act: Act;
  readonly version: number;
  readonly text?: string | undefined;
  /** The terms from now on, where an answer changes them. */
  readonly terms?: OpenTerms | undefined;
  readonly verdict?: Verdict;
}

/** Does one act of the state machine; whoever comes second is told what the first one made of it. */
export function actOn(
  deps: MandatesDeps,
  { scope, by, language, functions }: Doing & { readonly functions: readonly FunctionName[] },
  id: string,
  done: Done,
): Promise<Result<{ readonly state: MandateState; readonly version: number }, ChangeCode>> {
  return deps.database.inScope(scope, async (db) => {
    if (by.kind !== 'person') return no('http/not_allowed');
    const mandate = await store.mandateForUpdate(db, id);
    if (mandate === undefined) return no('http/not_found');
    if (mandate.version !== done.version) return staleOf(db, mandate, done.version, language);
    const today = await todayOf(db, deps.clock);
    const after: Mandate = { ...mandate, ...done.terms };
    const step = stepOf(done.act, after, { functions, colleagueId: by.colleagueId }, today);
    if (!step.ok) return step;
    const problem = await actProblem(deps, db, after, done);
    if (problem !== undefined) return problem;
    await write(db, by, deps.clock.now(), { mandate, after, done, state: step.value });
    return yes({ state: step.value, version: mandate.version + 1 });
  });
}

async function actProblem(
  deps: MandatesDeps,
  db: Scoped,
  after: Mandate,
  { act, terms }: Done,
): Promise<Result<never, TermsCode> | undefined> {
  if (terms !== undefined) {
    const problem = await termsProblem(deps, db, after);
    if (problem !== undefined) return problem;
  }
  if (act !== 'give' && act !== 'answer') return undefined;
  const code = groundProblem({
    objectiveState: (await store.objectiveState(db, after.objectiveId)) ?? '',
    hostHolds: (await store.holdsHost(db, after.hostId)) ?? false,
  });
  return code === undefined ? undefined : no(code);
}

interface Written {
  readonly mandate: Mandate;
  readonly after: Mandate;
  readonly done: Done;
  readonly state: MandateState;
}

async function write(db: Scoped, by: By & { kind: 'person' }, now: Date, written: Written): Promise<void> {
  const { mandate, after, done, state } = written;
  const { act, text, terms, verdict } = done;
  const changed = terms === undefined ? [] : changedIn(formerOf(mandate), formerOf(after));
  if (terms !== undefined && changed.length > 0) await store.updateOpenTerms(db, mandate.id, terms);
  if (text !== undefined) {
    const before = changed.length > 0 ? formerOf(mandate) : undefined;
    await store.insertWord(db, { id: newId(now), mandateId: mandate.id, byId: by.colleagueId, at: now, text, before });
  }
  await store.move(db, mandate.id, { state, ...datesOf(act, now), ...(verdict === undefined ? {} : { verdict }) });
  await record(db, by, now, {
    action: STEPS[act].action,
    objectType: 'mandate',
    objectId: mandate.id,
    before: { state: mandate.state },
    after: { version: mandate.version + 1, state, ...toldOf(after, done, changed) },
    ...(text === undefined ? {} : { why: text }),
    mandateId: mandate.id,
  });
}

/** Which of the dates of a mandate an act sets. */
function datesOf(
  act: Act,
  now: Date,
): { readonly givenAt?: Date; readonly answeredAt?: Date; readonly endedAt?: Date } {
  if (act === 'give') return { givenAt: now };
  if (act === 'accept' || act === 'discuss') return { answeredAt: now };
  return act === 'finish' || act === 'withdraw' ? { endedAt: now } : {};
}

/** What the record keeps of an act, beside the state. */
function toldOf(after: Mandate, { act, verdict }: Done, changed: readonly string[]): object {
  return {
    ...(changed.length > 0 ? { changed } : {}),
    ...(act === 'give' || act === 'answer' ? frozenOf(after) : {}),
    ...(verdict === undefined ? {} : { verdict }),
  };
}

/** What is expected, as the record keeps it from the day the mandate is given. */
function frozenOf({ id, expects }: Mandate): object {
  return expects === null ? { expects: null } : { expects, fingerprint: fingerprintOf(id, expects) };
}

function formerOf({ intention, audience, freedom, effortHours, fromDay, untilDay, rule }: OpenTerms): FormerTerms {
  return { intention, audience, freedom, effortHours, fromDay, untilDay, rule };
}

/** Refuses what was asked of a version that is not the present one, saying who changed what since. */
async function staleOf(
  db: Scoped,
  { id, state, version }: Mandate,
  read: number,
  language: Language,
): Promise<Result<never, 'mandate/stale'>> {
  const since = await changedSince(db, { objectType: 'mandate', objectId: id, version: read }, 'mandate', language);
  return no('mandate/stale', { state, version, ...since });
}

/** The day it is in the workspace. */
export async function todayOf(db: Scoped, clock: Clock): Promise<string> {
  return dayIn((await settingsOf(db)).zone, clock.now());
}

/** Why terms cannot be asked of anybody. */
async function termsProblem(
  { isFigure, clock }: MandatesDeps,
  db: Scoped,
  terms: Terms,
): Promise<Result<never, TermsCode> | undefined> {
  const { fromDay, untilDay, expects } = terms;
  if (untilDay <= fromDay) return no('mandate/upside_down');
  if (untilDay <= (await todayOf(db, clock))) return no('mandate/over', { day: addDays(untilDay, -1) });
  const problem = await namesProblem(db, terms);
  if (problem !== undefined) return no(problem);
  return expects === null || isFigure(expects.figure) ? undefined : no('mandate/no_figure');
}

/** Whether all that terms name is here, an objective that is not over, and somebody who is a host. */
async function namesProblem(db: Scoped, terms: Terms): Promise<TermsCode | undefined> {
  const objective = await store.objectiveState(db, terms.objectiveId);
  const holds = await store.holdsHost(db, terms.hostId);
  const isKnown = await store.hasAll(db, namedIn(terms));
  if (objective === undefined || holds === undefined || !isKnown) return 'http/not_found';
  if (objective !== 'live' && objective !== 'draft') return 'mandate/objective_not_live';
  return holds ? undefined : 'mandate/host_left';
}

/** Every id terms name, beside the objective and the host. */
function namedIn({ audience, rule, expects }: Terms): store.Named {
  const slice = expects?.slice;
  return {
    channel: [...audience.channels, ...rule.channels, ...(slice?.channel ?? [])],
    member: rule.authors,
    place: slice?.place ?? [],
    theme: slice?.theme ?? [],
    segment: [audience.segment, slice?.segment].flatMap((one) =>
      one !== undefined && SEGMENT_ID.test(one) ? [one] : [],
    ),
  };
}

/**
 * Judges a mandate that is done by the verdict of its proof, in the transaction that keeps the verdict. Nothing happens to
 * one that is not done yet: it is judged when it is.
 */
export async function judgeByProof(
  db: Scoped,
  by: By,
  at: Date,
  { mandateId, verdict, why }: { readonly mandateId: string; readonly verdict: Verdict; readonly why: string },
): Promise<boolean> {
  const mandate = await store.mandateForUpdate(db, mandateId);
  if (mandate?.state !== 'done') return false;
  await store.move(db, mandateId, { state: 'judged', verdict });
  await record(db, by, at, {
    action: STEPS.judge.action,
    objectType: 'mandate',
    objectId: mandateId,
    before: { state: mandate.state },
    after: { state: 'judged', verdict, proofId: mandate.proofId },
    why,
    mandateId,
  });
  return true;
}
