import { makeLink, revokeLinks } from '#bridge/links/index.ts';
import type { By, Doing } from '#kernel/actor.ts';
import { dayIn } from '#kernel/day.ts';
import { newId } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database, Scoped } from '#platform/db/index.ts';
import { changedSince, record } from '#workspace/audit/index.ts';
import { newToken, putDoor, tokenHash } from '#workspace/doors/index.ts';
import { settingsOf } from '#workspace/spaces/lookup.ts';
import { colleagues } from '#workspace/team/lookup.ts';
import type { Course, Decider, Given } from './model.ts';
import { isOwner, mayOwn } from './policy.ts';
import type { DecideCode, DeliverCode } from './rules.ts';
import { decide, deliver, waits } from './rules.ts';
import * as store from './store.ts';
import type { GiveAnswer, HandOver, NoteDelivery } from './wire.ts';

export interface DecisionsDeps {
  readonly database: Database;
  readonly clock: Clock;
}

type Common = 'http/not_found' | 'http/not_allowed' | 'decision/stale';

/** The insight as it stands, held; refused when it is not there, or was changed since it was read. */
async function held(
  db: Scoped,
  insightId: string,
  { version, language }: { readonly version: number; readonly language: Language },
): Promise<
  Result<NonNullable<Awaited<ReturnType<typeof store.courseForUpdate>>>, 'http/not_found' | 'decision/stale'>
> {
  const course = await store.courseForUpdate(db, insightId);
  if (course === undefined) return no('http/not_found');
  if (course.version === version) return yes(course);
  const read = { objectType: 'insight', objectId: insightId, version };
  const since = await changedSince(db, read, 'insight', language);
  const { state, last } = course;
  return no('decision/stale', { version: course.version, state, answer: last?.answer ?? 'none', ...since });
}

/** What was answered, as it is written down with its effects. */
interface Answering {
  readonly insightId: string;
  readonly course: Course;
  readonly given: Given;
  readonly decider: Decider;
  readonly by: By;
  readonly now: Date;
}

/**
 * Takes an answer: keeps it, takes the insight on, and closes the links that were open to it. The course must be held
 * by this transaction. Refused when no answer is waited for, or it does not fit.
 */
export async function answerInsight(
  db: Scoped,
  { insightId, course, given, decider, by, now }: Answering,
): Promise<Result<undefined, DecideCode>> {
  const { zone } = await settingsOf(db);
  const next = decide(course, given, dayIn(zone, now));
  if (!next.ok) return next;
  const isAnswer = given.answer !== 'need_more';
  await store.insertDecision(db, { ...given, id: newId(now), insightId, by: decider, at: now });
  const decidedAt = isAnswer ? (course.decidedAt ?? now) : null;
  await store.moveInsight(db, insightId, { state: next.value, decidedAt, deliveredAt: null, toldAt: null });
  await revokeLinks(db, insightId, now);
  await record(db, by, now, {
    action: isAnswer ? 'decision.made' : 'decision.sent_back',
    objectType: 'insight',
    objectId: insightId,
    before: { state: course.state, answer: course.last?.answer ?? null },
    after: {
      version: course.version + 1,
      state: next.value,
      answer: given.answer,
      until: given.until ?? null,
      outside: 'outside' in decider,
    },
    why: given.reason,
  });
  return yes(undefined);
}

/** Answers by a colleague: its owner, and nobody else. */
export function giveAnswer(
  { database, clock }: DecisionsDeps,
  { scope, by, language }: Doing,
  insightId: string,
  { version, answer, until, option, reason }: GiveAnswer,
): Promise<Result<undefined, Common | DecideCode | 'decision/not_yours'>> {
  return database.inScope(scope, async (db) => {
    if (by.kind !== 'person') return no('http/not_allowed');
    const found = await held(db, insightId, { version, language });
    if (!found.ok) return found;
    const { colleagueId } = by;
    if (!isOwner(found.value, colleagueId)) return no('decision/not_yours');
    const given = { answer, until, option, reason };
    const decider = { colleagueId };
    return await answerInsight(db, { insightId, course: found.value, given, decider, by, now: clock.now() });
  });
}

/** Says that what was agreed is there. */
export function noteDelivery(
  { database, clock }: DecisionsDeps,
  { scope, by, language }: Doing,
  insightId: string,
  { version, day, text, url }: NoteDelivery,
): Promise<Result<undefined, Common | DeliverCode>> {
  return database.inScope(scope, async (db) => {
    if (by.kind !== 'person') return no('http/not_allowed');
    const found = await held(db, insightId, { version, language });
    if (!found.ok) return found;
    const course = found.value;
    const now = clock.now();
    const { zone } = await settingsOf(db);
    const next = deliver(course, day, dayIn(zone, now));
    if (!next.ok) return next;
    await store.insertDelivery(db, { id: newId(now), insightId, day, text, url, byId: by.colleagueId, at: now });
    const { decidedAt } = course;
    await store.moveInsight(db, insightId, { state: next.value, decidedAt, deliveredAt: now, toldAt: null });
    await record(db, by, now, {
      action: 'decision.delivered',
      objectType: 'insight',
      objectId: insightId,
      before: { state: course.state },
      after: { version: version + 1, state: next.value, day },
    });
    return yes(undefined);
  });
}

type LinkProblem = 'http/not_found' | 'decision/not_waiting' | 'decision/not_outside';

/** A new link for whoever decides from outside; the one before stops working. Answers its secret, once. */
export function giveLink(
  { database, clock }: DecisionsDeps,
  scope: Scope,
  by: By,
  insightId: string,
): Promise<Result<{ readonly token: string; readonly expiresAt: Date }, LinkProblem>> {
  return database.inScope(scope, async (db) => {
    const course = await store.courseForUpdate(db, insightId);
    if (course === undefined) return no('http/not_found');
    if (course.outsideName === null) return no('decision/not_outside');
    if (!waits(course)) return no('decision/not_waiting');
    const now = clock.now();
    await revokeLinks(db, insightId, now);
    const { kind, objectId, expiresAt } = await makeLink(db, insightId, now);
    const token = newToken();
    await putDoor(db.tx, tokenHash(token), { kind, spaceId: scope.workspaceId, objectId });
    const after = { linkId: objectId, expiresAt: expiresAt.toISOString() };
    await record(db, by, now, { action: 'decision.link_made', objectType: 'insight', objectId: insightId, after });
    return yes({ token, expiresAt });
  });
}

/** Takes the link back. */
export function takeLinkBack(
  { database, clock }: DecisionsDeps,
  scope: Scope,
  by: By,
  insightId: string,
): Promise<Result<undefined, 'http/not_found'>> {
  return database.inScope(scope, async (db) => {
    const now = clock.now();
    const course = await store.courseForUpdate(db, insightId);
    if (course === undefined || !(await revokeLinks(db, insightId, now))) return no('http/not_found');
    await record(db, by, now, { action: 'decision.link_revoked', objectType: 'insight', objectId: insightId });
    return yes(undefined);
  });
}

type HandCode = Common | 'decision/not_waiting' | 'decision/due_past' | 'decision/owner_left' | 'decision/owner_cannot';

/** Gives an insight that waits to somebody else to decide, by another day: who was asked left, or was the wrong one. */
export function handOver(
  { database, clock }: DecisionsDeps,
  { scope, by, language }: Doing,
  insightId: string,
  { version, due, to }: HandOver,
): Promise<Result<undefined, HandCode>> {
  return database.inScope(scope, async (db) => {
    const found = await held(db, insightId, { version, language });
    if (!found.ok) return found;
    const owner = await ownerOf(db, to, due);
    if (!owner.ok) return owner;
    if (!waits(found.value)) return no('decision/not_waiting');
    const now = clock.now();
    if (due < dayIn((await settingsOf(db)).zone, now)) return no('decision/due_past');
    await store.changeOwner(db, insightId, owner.value);
    await revokeLinks(db, insightId, now);
    await record(db, by, now, {
      action: 'decision.handed_over',
      objectType: 'insight',
      objectId: insightId,
      before: { ownerId: found.value.ownerId, outside: found.value.outsideName !== null },
      after: {
        version: version + 1,
        ownerId: owner.value.ownerId,
        outside: owner.value.outsideName !== null,
        due,
      },
    });
    return yes(undefined);
  });
}

async function ownerOf(
  db: Scoped,
  to: HandOver['to'],
  due: string,
): Promise<Result<store.NewOwner, 'http/not_found' | 'decision/owner_left' | 'decision/owner_cannot'>> {
  if ('outside' in to) {
    return yes({ ownerId: null, outsideName: to.outside.name, outsideEmail: to.outside.email, due });
  }
  const one = (await colleagues(db)).find(({ id }) => id === to.ownerId);
  if (one === undefined) return no('http/not_found');
  if (one.hasLeft) return no('decision/owner_left', { name: one.name });
  if (!mayOwn(one.functions)) return no('decision/owner_cannot', { name: one.name });
  return yes({ ownerId: one.id, outsideName: null, outsideEmail: null, due });
}
