import { counterOf, deleteEvidence, heardAt, keepEvidence, present } from '#bridge/evidence/index.ts';
import { releaseIn, sortIn } from '#bridge/signals/index.ts';
import type { Asking, Doing } from '#kernel/actor.ts';
import { dayIn } from '#kernel/day.ts';
import { newId } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database, Scoped } from '#platform/db/index.ts';
import { changedSince, record } from '#workspace/audit/index.ts';
import { seesFew } from '#workspace/privacy/index.ts';
import { settingsOf } from '#workspace/spaces/lookup.ts';
import { insightForUpdate, isDraft, isOpen, areThere, ownerById, readinessOf, themeOfSignal } from './lookup.ts';
import type { Insight } from './model.ts';
import { maySubmit, mayWrite } from './policy.ts';
import type { SubmitCode } from './rules.ts';
import { patched, shown, submittable, toUnread } from './rules.ts';
import * as store from './store.ts';
import { insightWhole, unread } from './views.ts';
import type { InsightPatch, InsightView, MadeInsight, NewInsight, UnreadView } from './wire.ts';

export interface InsightsDeps {
  readonly database: Database;
  readonly clock: Clock;
}

/** Starts an insight, from a signal or from nothing; a signal that cannot be merged leaves no insight. */
export async function makeInsight(
  { database, clock }: InsightsDeps,
  { scope, by, language }: Asking & Doing,
  { statement, signalId, version }: NewInsight,
): Promise<Result<MadeInsight>> {
  return database.inScope(scope, async (db) => {
    if (by.kind !== 'person') return no('http/not_allowed');
    const now = clock.now();
    const id = newId(now);
    const themeId = signalId === undefined ? undefined : await themeOfSignal(db, signalId);
    await store.insertInsight(db, { id, statement, themeId: themeId ?? null, madeBy: by.colleagueId, madeAt: now });
    if (signalId !== undefined) {
      const merged = await sortIn(db, { by, now, language }, signalId, version ?? 0, { is: 'merge', insightId: id });
      if (!merged.ok) {
        await store.deleteInsight(db, id);
        return merged;
      }
    }
    await record(db, by, now, {
      action: 'insight.made',
      objectType: 'insight',
      objectId: id,
      after: { version: 1, state: 'draft', signal: signalId ?? null },
    });
    return yes({ id, version: 1 });
  });
}

type ChangeCode =
  | 'http/not_found'
  | 'insight/stale'
  | 'insight/not_draft'
  | 'insight/lacks_due'
  | 'insight/lacks_owner_left';

/** Changes a draft. One that changed since it was read is not written over: the refusal says where it stands. */
export function changeInsight(
  { database, clock }: InsightsDeps,
  { scope, by, language }: Doing,
  id: string,
  { version, ...patch }: InsightPatch,
): Promise<Result<{ readonly version: number }, ChangeCode>> {
  return database.inScope(scope, async (db) => {
    const before = await insightForUpdate(db, id);
    if (before === undefined || !(await areThere(db, patch))) return no('http/not_found');
    if (before.version !== version) return staleOf(db, before, version, language);
    if (!isDraft(before.state)) return no('insight/not_draft');
    const wrong = await wrongIn(db, patch, clock.now());
    if (wrong !== undefined) return no(wrong);
    const after = patched(before, patch);
    await store.updateInsight(db, id, after);
    await record(db, by, clock.now(), {
      action: 'insight.changed',
      objectType: 'insight',
      objectId: id,
      before: told(before),
      after: { version: version + 1, ...told({ ...before, ...after }), changed: changedIn(before, after) },
    });
    return yes({ version: before.version + 1 });
  });
}

/** Which fields of a draft are other than they were. */
function changedIn(before: Insight, after: Partial<Insight>): readonly (keyof Insight)[] {
  const names = Object.keys(after) as (keyof Insight)[];
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}

/** Refuses what was asked of a version that is not the present one, saying who changed what since. */
async function staleOf(
  db: Scoped,
  { id, statement, state }: Insight,
  read: number,
  language: Language,
): Promise<Result<never, 'insight/stale'>> {
  const since = await changedSince(db, { objectType: 'insight', objectId: id, version: read }, 'insight', language);
  return no('insight/stale', { statement, state, ...since });
}

/** What the record keeps of an insight: ids, days and states, none of its words. */
function told({ state, ownerId, outside, due, themeId, objectiveId }: Insight) {
  return { state, owner: ownerId, outside: outside !== null, due, theme: themeId, objective: objectiveId };
}

async function wrongIn(
  db: Scoped,
  { ownerId, due }: Omit<InsightPatch, 'version'>,
  now: Date,
): Promise<'insight/lacks_due' | 'insight/lacks_owner_left' | undefined> {
  const owner = ownerId === undefined || ownerId === null ? undefined : await ownerById(db, ownerId);
  if (owner !== undefined && !(owner.isHere && owner.mayDecide)) return 'insight/lacks_owner_left';
  const { zone } = await settingsOf(db);
  const isPast = due !== undefined && due !== null && due <= dayIn(zone, now);
  return isPast ? 'insight/lacks_due' : undefined;
}

/** Hands a draft over to whoever decides; refused with what it lacks. */
export function submitInsight(
  { database, clock }: InsightsDeps,
  { scope, by, language }: Doing,
  id: string,
  version: number,
): Promise<Result<{ readonly version: number }, 'http/not_found' | 'insight/stale' | SubmitCode>> {
  return database.inScope(scope, async (db) => {
    const before = await insightForUpdate(db, id);
    if (before === undefined) return no('http/not_found');
    if (before.version !== version) return staleOf(db, before, version, language);
    const now = clock.now();
    const { zone } = await settingsOf(db);
    const allowed = submittable(before, await readinessOf(db, before, dayIn(zone, now)));
    if (!allowed.ok) return allowed;
    await store.submitInsight(db, id, now);
    await record(db, by, now, {
      action: 'insight.submitted',
      objectType: 'insight',
      objectId: id,
      before: told(before),
      after: { version: version + 1, ...told({ ...before, state: 'submitted' }) },
    });
    return yes({ version: before.version + 1 });
  });
}

/** Removes a draft that never was submitted; its signals wait to be sorted again. */
export function removeInsight(
  { database, clock }: InsightsDeps,
  { scope, by, language }: Doing,
  id: string,
  version: number,
): Promise<Result<undefined, 'http/not_found' | 'insight/stale' | 'insight/sent_once'>> {
  return database.inScope(scope, async (db) => {
    const before = await insightForUpdate(db, id);
    if (before === undefined) return no('http/not_found');
    if (!isDraft(before.state) || before.submittedAt !== null) return no('insight/sent_once');
    if (before.version !== version) return staleOf(db, before, version, language);
    const now = clock.now();
    await releaseIn(db, by, now, id);
    await store.deleteInsight(db, id);
    await record(db, by, now, {
      action: 'insight.removed',
      objectType: 'insight',
      objectId: id,
      before: told(before),
    });
    return yes(undefined);
  });
}

type GatherCode =
  | 'http/not_found'
  | 'http/not_allowed'
  | 'insight/closed'
  | 'signal/message_gone'
  | 'signal/evidence_already_exists';

/** Keeps a message that says otherwise. */
export function addCounter(
  { database, clock }: InsightsDeps,
  { scope, by }: Asking,
  id: string,
  messageId: string,
): Promise<Result<{ readonly id: string }, GatherCode>> {
  return database.inScope(scope, async (db) => {
    if (by.kind !== 'person') return no('http/not_allowed');
    const insight = await insightForUpdate(db, id);
    if (insight === undefined) return no('http/not_found');
    if (!isOpen(insight.state)) return no('insight/closed');
    const now = clock.now();
    const kept = await keepEvidence(db, { countersId: id }, { messageId }, { by: by.colleagueId, at: now });
    if (!kept.ok) return kept;
    await record(db, by, now, {
      action: 'insight.counter_added',
      objectType: 'insight',
      objectId: id,
      after: { message: kept.value.messageId },
    });
    return yes({ id: kept.value.id });
  });
}

/** Takes counter-evidence away again, from a draft only: somebody decides on what was sent to him. */
export function removeCounter(
  { database, clock }: InsightsDeps,
  { scope, by }: Asking,
  id: string,
  evidenceId: string,
): Promise<Result<undefined, 'http/not_found' | 'insight/not_draft'>> {
  return database.inScope(scope, async (db) => {
    const insight = await insightForUpdate(db, id);
    if (insight === undefined) return no('http/not_found');
    const messageId = await counterOf(db, id, evidenceId);
    if (messageId === undefined) return no('http/not_found');
    if (!isDraft(insight.state)) return no('insight/not_draft');
    await deleteEvidence(db, evidenceId);
    await record(db, by, clock.now(), {
      action: 'insight.counter_removed',
      objectType: 'insight',
      objectId: id,
      before: { message: messageId },
    });
    return yes(undefined);
  });
}

/** Remembers that a message was looked at and is no evidence. Not an event: nothing is decided by it. */
export function markRead(
  { database, clock }: InsightsDeps,
  { scope, by }: Asking,
  id: string,
  messageId: string,
): Promise<Result<undefined, 'http/not_found' | 'http/not_allowed' | 'signal/message_gone'>> {
  return database.inScope(scope, async (db) => {
    if (by.kind !== 'person') return no('http/not_allowed');
    if ((await insightForUpdate(db, id)) === undefined) return no('http/not_found');
    const heard = await heardAt(db, { messageId });
    if (!heard.ok) return heard;
    await store.insertRead(db, { insightId: id, messageId, readBy: by.colleagueId, readAt: clock.now() });
    return yes(undefined);
  });
}

/** One insight with all that stands behind it. */
export function oneInsight(
  { database, clock }: InsightsDeps,
  { scope, actor, functions }: Asking,
  id: string,
): Promise<Result<InsightView, 'http/not_found'>> {
  return database.inScope(scope, async (db) => {
    const found = await insightWhole(db, id);
    if (found === undefined) return no('http/not_found');
    const { insight, around, evidence: rows, traffic, suggested, zone } = found;
    const reader = {
      today: dayIn(zone, clock.now()),
      zone,
      mayWrite: mayWrite(functions),
      maySubmit: maySubmit(functions),
      mayName: seesFew(actor),
    };
    const evidence = present(rows, reader.mayName);
    return yes(shown(insight, around, { rows, evidence }, { traffic, suggested }, reader));
  });
}

/** What holds the words of an insight and nobody read for it yet, the latest first. */
export function unreadFor(
  { database }: InsightsDeps,
  { scope }: Asking,
  id: string,
  limit: number,
): Promise<Result<UnreadView, 'http/not_found'>> {
  return database.inScope(scope, async (db) => {
    const found = await unread(db, id, limit);
    if (found === undefined) return no('http/not_found');
    return yes({ items: found.rows.map(toUnread), traffic: found.traffic });
  });
}
