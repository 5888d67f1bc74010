import { mayTell } from '@passerelle/measure';
import { hasTwin, membersMeant, momentOf, sizesOf, type Sizes } from '#cockpit/segments/meaning/index.ts';
import type { Actor, Asking, By, Doing, FunctionName } from '#kernel/actor.ts';
import { dayIn } from '#kernel/day.ts';
import { newId } from '#kernel/ids.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database, Scoped } from '#platform/db/index.ts';
import type { Projection } from '#platform/projection/index.ts';
import { changedSince, record } from '#workspace/audit/index.ts';
import { seesFew } from '#workspace/privacy/index.ts';
import { smallestGroupOf } from '#workspace/privacy/lookup.ts';
import { settingsOf } from '#workspace/spaces/lookup.ts';
import type { Rule, Segment, Words } from './model.ts';
import { PRESETS } from './model.ts';
import { allSegments, segmentById, segmentForUpdate, sharedSegments } from './lookup.ts';
import { isOwn, isSeenBy, mayWrite } from './policy.ts';
import * as store from './store.ts';
import { named, ownersOf } from './views.ts';
import type {
  MembersQuery,
  NewSegment,
  SegmentList,
  SegmentMembers,
  SegmentPatch,
  SegmentPreview,
  SegmentSize,
} from './wire.ts';

export interface SegmentsDeps {
  readonly database: Database;
  readonly projection: Projection;
  readonly clock: Clock;
}

const MOST = 200;
const FIRST = { offset: 0, limit: 10 };

/** The presets, the segments everybody shares and the caller's own. */
export async function listSegments(
  { database }: SegmentsDeps,
  scope: Scope,
  by: By,
  actor: Actor,
  functions: readonly FunctionName[],
): Promise<SegmentList> {
  const [segments, owners] = await database.inScope(scope, async (db) => [await allSegments(db), await ownersOf(db)]);
  const items = segments
    .filter((segment) => isSeenBy(segment, by))
    .map(({ id, name, rule, shared, version, ownerId, changedAt }) => ({
      id,
      name,
      rule,
      shared,
      version,
      owner: owners.get(ownerId) ?? '',
      changedAt: changedAt.toISOString(),
      can: { edit: mayWrite(functions) },
    }));
  return {
    presets: PRESETS.map(({ id, name, definition, rule }) => ({ id, name, definition, rule })),
    items,
    can: { create: mayWrite(functions), seeMembers: seesFew(actor) },
  };
}

type Gone = 'figure/segment_gone';

/** What is asked for by an id, as the caller may see it. */
async function ruleOf(db: Scoped, by: By, id: string): Promise<Result<{ name: Words; rule: Rule }, Gone>> {
  const preset = PRESETS.find((one) => one.id === id);
  if (preset !== undefined) return yes(preset);
  const segment = await segmentById(db, id);
  if (segment === undefined || !isSeenBy(segment, by)) return no('figure/segment_gone');
  return yes({ name: { fr: segment.name, en: segment.name }, rule: segment.rule });
}

/** How many members a segment has; not told where that would tell of a few. */
export async function sizeOf(
  deps: SegmentsDeps,
  { scope, by, actor }: Pick<Asking, 'scope' | 'by' | 'actor'>,
  id: string,
): Promise<Result<SegmentSize, Gone>> {
  const asked = await deps.database.inScope(scope, (db) => ruleOf(db, by, id));
  if (!asked.ok) return asked;
  const { sizes, asOf, k } = await measure(deps, scope, asked.value.rule);
  if (seesFew(actor)) return yes(told(sizes, asOf, k, true));
  const shared = await deps.database.inScope(scope, sharedSegments);
  const segment = shared.find((one) => one.id === id);
  const others = shared.filter((one) => one.id !== id);
  const isTwin =
    segment !== undefined &&
    (await deps.projection.read(scope, (facts) => hasTwin(facts, segment, others, { asOf, k })));
  return yes(told(isTwin ? { ...sizes, ...NOBODY } : sizes, asOf, k, false));
}

/** As few as are never told. */
const NOBODY = { members: 1, persons: 1 };

/** The members of a segment; the route lets in only those who may see them. */
export async function membersOf(
  deps: SegmentsDeps,
  { scope, by }: Pick<Asking, 'scope' | 'by' | 'actor'>,
  id: string,
  page: MembersQuery,
): Promise<Result<SegmentMembers, Gone>> {
  const asked = await deps.database.inScope(scope, (db) => ruleOf(db, by, id));
  if (!asked.ok) return asked;
  const { name, rule } = asked.value;
  return yes({ ...(await listed(deps, scope, rule, page)), id, name: { fr: name.fr, en: name.en } });
}

/** What a rule that is being written means. */
export function previewOf(deps: SegmentsDeps, scope: Scope, rule: Rule): Promise<SegmentPreview> {
  return listed(deps, scope, rule, FIRST);
}

async function listed(deps: SegmentsDeps, scope: Scope, rule: Rule, page: MembersQuery): Promise<SegmentPreview> {
  const { sizes, asOf, k, found } = await measure(deps, scope, rule, page);
  const items = await deps.database.inScope(scope, (db) => named(db, found));
  return { ...told(sizes, asOf, k, true), items };
}

async function measure({ database, projection, clock }: SegmentsDeps, scope: Scope, rule: Rule, page?: MembersQuery) {
  const { zone, k } = await database.inScope(scope, async (db) => ({
    ...(await settingsOf(db)),
    k: await smallestGroupOf(db),
  }));
  return await projection.read(scope, async (facts) => {
    const asOf = await momentOf(facts, dayIn(zone, clock.now()));
    const sizes = await sizesOf(facts, rule, asOf);
    return { asOf, sizes, k, found: page === undefined ? [] : await membersMeant(facts, rule, asOf, page) };
  });
}

function told({ members, persons, everybody }: Sizes, asOf: string, k: number, mayAll: boolean): SegmentSize {
  const mayOne = mayAll || (mayTell(members, everybody, k) && mayTell(persons, members, k));
  return { asOf, members: mayOne ? members : null, persons: mayOne ? persons : null, everybody, k };
}

/** Keeps a rule under a name; its owner is the person who calls. */
export function addSegment(
  { database, clock }: SegmentsDeps,
  scope: Scope,
  by: By,
  { name, rule, shared }: NewSegment,
): Promise<Result<{ readonly id: string }, 'http/not_allowed' | 'segment/full'>> {
  return database.inScope(scope, async (db) => {
    if (by.kind !== 'person') return no('http/not_allowed');
    if ((await store.countSegments(db)) >= MOST) return no('segment/full', { most: MOST });
    const now = clock.now();
    const id = newId(now);
    await store.insertSegment(db, { id, name, rule, shared, ownerId: by.colleagueId, changedAt: now });
    await record(db, by, now, {
      action: 'segment.added',
      objectType: 'segment',
      objectId: id,
      after: { name, shared, rule },
    });
    return yes({ id });
  });
}

type ChangeCode = 'http/not_found' | 'segment/stale' | 'segment/not_yours';

/** Changes a segment the caller sees. One that changed since it was read is not written over: the refusal says what became of it. */
export function changeSegment(
  { database, clock }: SegmentsDeps,
  { scope, by, language }: Doing,
  id: string,
  { version, name, rule, shared }: SegmentPatch,
): Promise<Result<undefined, ChangeCode>> {
  return database.inScope(scope, async (db) => {
    const before = await segmentForUpdate(db, id);
    if (before === undefined || !isSeenBy(before, by)) return no('http/not_found');
    if (before.version !== version) {
      const since = await changedSince(db, { objectType: 'segment', objectId: id, version }, 'segment', language);
      return no('segment/stale', { name: before.name, version: before.version, ...since });
    }
    // Taking it away from everybody else is its owner's to decide.
    if (shared === false && before.shared && !isOwn(before, by)) return no('segment/not_yours');
    const now = clock.now();
    const after: Segment = {
      ...before,
      name: name ?? before.name,
      rule: rule ?? before.rule,
      shared: shared ?? before.shared,
      changedAt: now,
    };
    await store.updateSegment(db, after);
    await record(db, by, now, {
      action: 'segment.changed',
      objectType: 'segment',
      objectId: id,
      before: kept(before),
      after: { version: version + 1, changed: changedFields(before, after), ...kept(after) },
    });
    return yes(undefined);
  });
}

function kept({ name, shared, rule }: Segment) {
  return { name, shared, rule };
}

function changedFields(before: Segment, after: Segment): readonly string[] {
  const isSameRule = JSON.stringify(before.rule) === JSON.stringify(after.rule);
  return [
    ...(before.name === after.name ? [] : ['name']),
    ...(isSameRule ? [] : ['rule']),
    ...(before.shared === after.shared ? [] : ['shared']),
  ];
}

/** Removes a segment the caller sees; figures that are asked for with it say that it is gone. */
export function removeSegment(
  { database, clock }: SegmentsDeps,
  scope: Scope,
  by: By,
  id: string,
): Promise<Result<undefined, 'http/not_found'>> {
  return database.inScope(scope, async (db) => {
    const before = await segmentForUpdate(db, id);
    if (before === undefined || !isSeenBy(before, by)) return no('http/not_found');
    await store.deleteSegment(db, id);
    await record(db, by, clock.now(), {
      action: 'segment.removed',
      objectType: 'segment',
      objectId: id,
      before: { name: before.name, shared: before.shared, rule: before.rule },
    });
    return yes(undefined);
  });
}
