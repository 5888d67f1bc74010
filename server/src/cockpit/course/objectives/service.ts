import type { Doing, FunctionName } from '#kernel/actor.ts';
import { dayIn } from '#kernel/day.ts';
import { newId } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import { followed, paceOf } from '#cockpit/course/key-results/lookup.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database, Scoped } from '#platform/db/index.ts';
import { read } from '#platform/db/index.ts';
import { changedSince, record } from '#workspace/audit/index.ts';
import { settingsOf } from '#workspace/spaces/lookup.ts';
import { colleagues } from '#workspace/team/lookup.ts';
import { objectiveForUpdate } from './lookup.ts';
import type { Act, Around, Objective, ObjectiveState } from './model.ts';
import { mayGiveMandates, maySetCourse } from './policy.ts';
import { afterAct, changedFields, isOver, tidyKind, type ActCode } from './rules.ts';
import * as store from './store.ts';
import type { Holder, NewObjective, ObjectiveLine, ObjectivePatch } from './wire.ts';

export interface ObjectivesDeps {
  readonly database: Database;
  readonly clock: Clock;
}

type HoldCode = 'http/not_found' | 'objective/owner_left' | 'objective/sponsor_left';
type NewCode = HoldCode | 'http/not_allowed' | 'objective/horizon_past';

/** Adds an objective as a draft. */
export function addObjective(
  { database, clock }: ObjectivesDeps,
  { scope, by }: Doing,
  asked: NewObjective,
): Promise<Result<{ readonly id: string }, NewCode>> {
  return database.inScope(scope, async (db) => {
    if (by.kind !== 'person') return no('http/not_allowed');
    const words = tidyKind(asked);
    const held = await checkedHolders(db, words);
    if (!held.ok) return held;
    const now = clock.now();
    if (words.horizon <= (await todayIn(db, now))) return no('objective/horizon_past');
    const id = newId(now);
    await store.insertObjective(db, { ...words, id, madeBy: by.colleagueId, madeAt: now });
    const { title, kind, sponsorId, ownerId, horizon } = words;
    const after = { version: 1, state: 'draft', title, kind, sponsorId, ownerId, horizon };
    await record(db, by, now, { action: 'objective.added', objectType: 'objective', objectId: id, after });
    return yes({ id });
  });
}

/** Owner and sponsor are colleagues who are still here. */
async function checkedHolders(
  db: Scoped,
  { ownerId, sponsorId }: { readonly ownerId?: string | undefined; readonly sponsorId?: string | null | undefined },
): Promise<Result<undefined, HoldCode>> {
  const known = new Map((await colleagues(db)).map((one) => [one.id, one]));
  const isStrange = (id: string | null | undefined): boolean => id != null && !known.has(id);
  if (isStrange(ownerId) || isStrange(sponsorId)) return no('http/not_found');
  const [owner, sponsor] = [known.get(ownerId ?? ''), known.get(sponsorId ?? '')];
  if (owner?.hasLeft === true) return no('objective/owner_left', { name: owner.name });
  return sponsor?.hasLeft === true ? no('objective/sponsor_left', { name: sponsor.name }) : yes(undefined);
}

type ChangeCode = HoldCode | 'objective/stale' | 'objective/ended' | 'objective/horizon_past';

/** Changes the words of an objective that has not ended. */
export function changeObjective(
  { database, clock }: ObjectivesDeps,
  { scope, by, language }: Doing,
  id: string,
  { version, ...patch }: ObjectivePatch,
): Promise<Result<undefined, ChangeCode>> {
  return database.inScope(scope, async (db) => {
    const before = await objectiveForUpdate(db, id);
    const held = await checkedHolders(db, patch);
    if (before === undefined) return no('http/not_found');
    if (!held.ok) return held;
    if (before.version !== version) return no('objective/stale', await sinceThen(db, before, version, language));
    if (isOver(before.state)) return no('objective/ended');
    const after = tidyKind({ ...before, ...withoutAbsent(patch) });
    const fields = changedFields(before, after);
    if (fields.length === 0) return yes(undefined);
    const now = clock.now();
    if (fields.includes('horizon') && after.horizon <= (await todayIn(db, now))) return no('objective/horizon_past');
    await store.updateObjective(db, after);
    const told = (one: Objective) => Object.fromEntries(fields.map((field) => [field, one[field]]));
    await record(db, by, now, {
      action: 'objective.changed',
      objectType: 'objective',
      objectId: id,
      before: told(before),
      after: { version: version + 1, changed: fields, ...told(after) },
    });
    return yes(undefined);
  });
}

type Present<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

function withoutAbsent<T extends object>(patch: T): Present<T> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as Present<T>;
}

type DoCode = ActCode | 'http/not_found' | 'objective/stale';

const ACTIONS = {
  draft: 'objective.changed',
  live: 'objective.started',
  reached: 'objective.reached',
  missed: 'objective.missed',
  dropped: 'objective.dropped',
} as const satisfies Readonly<Record<ObjectiveState, string>>;

/** Takes an objective one step on, where its state and its key results allow it. */
export function actOnObjective(
  { database, clock }: ObjectivesDeps,
  { scope, by, language }: Doing,
  id: string,
  version: number,
  act: Act,
): Promise<Result<undefined, DoCode>> {
  return database.inScope(scope, async (db) => {
    const before = await objectiveForUpdate(db, id);
    if (before === undefined) return no('http/not_found');
    if (before.version !== version) return no('objective/stale', await sinceThen(db, before, version, language));
    const now = clock.now();
    const state = afterAct(before, act, await aroundOf(db, before, await todayIn(db, now)));
    if (!state.ok) return state;
    const why = act.is === 'end' ? act.why : undefined;
    const ended = act.is === 'end' ? { endedAt: now, why: why ?? null } : { liveAt: now };
    await store.updateObjective(db, { ...before, state: state.value, ...ended });
    await record(db, by, now, {
      action: ACTIONS[state.value],
      objectType: 'objective',
      objectId: id,
      before: { state: before.state },
      after: { version: version + 1, state: state.value },
      ...(why === undefined ? {} : { why }),
    });
    return yes(undefined);
  });
}

async function aroundOf(db: Scoped, { id, ownerId }: Objective, today: string): Promise<Around> {
  const owner = (await colleagues(db)).find((one) => one.id === ownerId);
  const measured = await read(db, followed(db, { objective: id, most: 1 }));
  const paces = measured.map((one) => paceOf(one, one.readings.at(-1), today).state);
  return {
    today,
    ownerHasLeft: owner?.hasLeft !== false,
    keyResults: paces.length,
    reached: paces.filter((state) => state === 'reached').length,
  };
}

async function todayIn(db: Scoped, now: Date): Promise<string> {
  return dayIn((await settingsOf(db)).zone, now);
}

/** Who did what to an objective after the version somebody read, in his language: the details of a stale refusal. */
async function sinceThen(db: Scoped, objective: Objective, version: number, language: Language) {
  const read = { objectType: 'objective', objectId: objective.id, version };
  return {
    title: objective.title,
    version: objective.version,
    ...(await changedSince(db, read, 'objective', language)),
  };
}

/** An objective as pages show it, with what its reader may do now. */
export function lineOf(
  objective: Objective,
  holders: ReadonlyMap<string, Holder>,
  around: Around,
  functions: readonly FunctionName[],
): ObjectiveLine {
  const { sponsorId, ownerId, madeAt, liveAt, endedAt, ...rest } = objective;
  const nobody = (id: string): Holder => ({ id, name: '–', hasLeft: true });
  return {
    ...rest,
    sponsor: sponsorId === null ? null : (holders.get(sponsorId) ?? nobody(sponsorId)),
    owner: holders.get(ownerId) ?? nobody(ownerId),
    madeAt: madeAt.toISOString(),
    liveAt: liveAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
    can: abilitiesIn(objective, around, functions),
  };
}

function abilitiesIn(objective: Objective, around: Around, functions: readonly FunctionName[]): ObjectiveLine['can'] {
  const isPilot = maySetCourse(functions);
  const isOpen = !isOver(objective.state);
  const may = (act: Act): boolean => isPilot && afterAct(objective, act, around).ok;
  const end = (as: 'reached' | 'missed' | 'dropped') => may({ is: 'end', as, why: '–' });
  return {
    change: isPilot && isOpen,
    start: may({ is: 'start' }),
    reach: end('reached'),
    miss: end('missed'),
    drop: end('dropped'),
    measure: isPilot && isOpen,
    mandate: mayGiveMandates(functions) && isOpen,
  };
}
