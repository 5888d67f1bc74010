import {
  deleteEvidence,
  evidenceOfSignal,
  heardAt,
  keepEvidence,
  present,
  previewOf,
  stillHeard,
} from '#bridge/evidence/index.ts';
import type { EvidenceRow, Pointed } from '#bridge/evidence/index.ts';
import { insightForUpdate, isDraft, isOpen } from '#bridge/insights/lookup.ts';
import type { Asking, By, Doing } from '#kernel/actor.ts';
import { newId } from '#kernel/ids.ts';
import type { Language } from '#kernel/language.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database, Scoped } from '#platform/db/index.ts';
import { changedSince, record } from '#workspace/audit/index.ts';
import { seesFew } from '#workspace/privacy/index.ts';
import { mandateAround, signalForUpdate } from './lookup.ts';
import type { Signal } from './model.ts';
import { mayRaise, maySort } from './policy.ts';
import type { Act, ActCode, Reader } from './rules.ts';
import { after, isLoose, mayTakeBack, shown, similarOf, takesEvidence } from './rules.ts';
import * as store from './store.ts';
import * as views from './views.ts';
import type * as wire from './wire.ts';

export interface SignalsDeps {
  readonly database: Database;
  readonly clock: Clock;
}

type KeepCode = 'http/not_found' | 'http/not_allowed' | 'signal/message_gone' | 'signal/evidence_already_exists';

/** Raises what a message or a thread says; its evidence is kept as it stands now. */
export function raiseSignal(
  { database, clock }: SignalsDeps,
  { scope, by }: Asking,
  { kind, line, ...pointed }: wire.NewSignal,
): Promise<Result<wire.RaisedSignal, KeepCode>> {
  return database.inScope(scope, async (db) => {
    if (by.kind !== 'person') return no('http/not_allowed');
    const now = clock.now();
    const heard = await heardAt(db, pointed);
    if (!heard.ok) return heard;
    const id = newId(now);
    const mandateId = (await mandateAround(db, heard.value)) ?? null;
    await store.insertSignal(db, { id, kind, line, mandateId, raisedBy: by.colleagueId, raisedAt: now });
    const kept = await keepEvidence(db, { signalId: id }, pointed, { by: by.colleagueId, at: now });
    if (!kept.ok) return kept;
    await record(db, by, now, {
      action: 'signal.raised',
      objectType: 'signal',
      objectId: id,
      after: { version: 1, kind, state: 'raised', message: kept.value.messageId },
      ...(mandateId === null ? {} : { mandateId }),
    });
    return yes({ id, version: 1 });
  });
}

/** Adds what says the same to a signal that is there. */
export function addEvidence(
  { database, clock }: SignalsDeps,
  { scope, by }: Asking,
  id: string,
  pointed: Pointed,
): Promise<Result<{ readonly id: string }, KeepCode | 'signal/closed'>> {
  return database.inScope(scope, async (db) => {
    if (by.kind !== 'person') return no('http/not_allowed');
    const signal = await signalForUpdate(db, id);
    if (signal === undefined) return no('http/not_found');
    const insight = signal.insightId === null ? undefined : await insightForUpdate(db, signal.insightId);
    if (!takesEvidence(signal.state, insight !== undefined && isOpen(insight.state))) return no('signal/closed');
    const now = clock.now();
    const kept = await keepEvidence(db, { signalId: id }, pointed, { by: by.colleagueId, at: now });
    if (!kept.ok) return kept;
    await record(db, by, now, {
      action: 'signal.evidence_added',
      objectType: 'signal',
      objectId: id,
      after: { message: kept.value.messageId },
    });
    return yes({ id: kept.value.id });
  });
}

/**
 * Takes an evidence away again: whoever added it, while it is not all there is, and only what nobody was sent to decide
 * on: once the insight is submitted, what was there then stays.
 */
export function removeEvidence(
  { database, clock }: SignalsDeps,
  { scope, by }: Asking,
  id: string,
  evidenceId: string,
): Promise<Result<undefined, 'http/not_found' | 'signal/evidence_stays'>> {
  return database.inScope(scope, async (db) => {
    const signal = await signalForUpdate(db, id);
    const evidence = signal === undefined ? [] : await evidenceOfSignal(db, id);
    const one = evidence.find((row) => row.id === evidenceId);
    if (signal === undefined || one === undefined) return no('http/not_found');
    const insight = signal.insightId === null ? undefined : await insightForUpdate(db, signal.insightId);
    const isYours = one.added_by === colleagueOf(by);
    if (!isYours || evidence.length === 1 || !isLoose(signal.state, one.added_at, insight))
      return no('signal/evidence_stays');
    await deleteEvidence(db, evidenceId);
    await record(db, by, clock.now(), {
      action: 'signal.evidence_removed',
      objectType: 'signal',
      objectId: id,
      before: { message: one.message_id },
    });
    return yes(undefined);
  });
}

type SortCode = 'http/not_found' | 'http/not_allowed' | 'signal/stale' | ActCode;
type Wish =
  | { readonly is: 'merge'; readonly insightId: string }
  | { readonly is: 'dismiss'; readonly why: string }
  | { readonly is: 'reopen' };

/** Merges, dismisses or reopens a signal. One that changed since it was read is left: the refusal says what became of it. */
export function sortSignal(
  { database, clock }: SignalsDeps,
  { scope, by, language }: Doing,
  id: string,
  version: number,
  wish: Wish,
): Promise<Result<{ readonly version: number }, SortCode>> {
  return database.inScope(scope, (db) => sortIn(db, { by, language, now: clock.now() }, id, version, wish));
}

/** The same inside a transaction that does more. */
export async function sortIn(
  db: Scoped,
  { by, now, language }: Pick<Doing, 'by' | 'language'> & { readonly now: Date },
  id: string,
  version: number,
  wish: Wish,
): Promise<Result<{ readonly version: number }, SortCode>> {
  if (by.kind !== 'person') return no('http/not_allowed');
  const signal = await signalForUpdate(db, id);
  if (signal === undefined) return no('http/not_found');
  const act = await actOf(db, signal, wish);
  if (act === undefined) return no('http/not_found');
  if (signal.version !== version) return no('signal/stale', await sinceRead(db, signal, version, language));
  const sorted = after(signal, act);
  if (!sorted.ok) return sorted;
  await store.updateSorted(db, id, sorted.value, { by: by.colleagueId, at: now });
  await record(db, by, now, {
    action: ACTIONS[act.is],
    objectType: 'signal',
    objectId: id,
    before: { state: signal.state, insight: signal.insightId },
    after: { version: version + 1, state: sorted.value.state, insight: sorted.value.insightId },
    ...(act.is === 'dismiss' ? { why: act.why } : {}),
  });
  return yes({ version: signal.version + 1 });
}

/** What became of a signal since it was read, and by whom. */
async function sinceRead(db: Scoped, { id, state }: Signal, version: number, language: Language) {
  const read = { objectType: 'signal', objectId: id, version };
  return { state, ...(await changedSince(db, read, 'signal', language)) };
}

const ACTIONS = { merge: 'signal.merged', dismiss: 'signal.dismissed', reopen: 'signal.reopened' } as const;

/** The act with what decides on it; undefined when the insight named is not there. */
async function actOf(db: Scoped, signal: Signal, wish: Wish): Promise<Act | undefined> {
  if (wish.is === 'dismiss') return wish;
  if (wish.is === 'reopen') {
    const insight = signal.insightId === null ? undefined : await insightForUpdate(db, signal.insightId);
    return { is: 'reopen', isDraft: insight !== undefined && isDraft(insight.state) };
  }
  const insight = await insightForUpdate(db, wish.insightId);
  return insight === undefined ? undefined : { ...wish, isOpen: isOpen(insight.state) };
}

/** Gives the signals of an insight that goes back to be sorted again. */
export async function releaseIn(db: Scoped, by: By, now: Date, insightId: string): Promise<void> {
  for (const { id, version } of await store.releaseSignals(db, insightId))
    await record(db, by, now, {
      action: ACTIONS.reopen,
      objectType: 'signal',
      objectId: id,
      before: { state: 'merged', insight: insightId },
      after: { version, state: 'raised', insight: null },
    });
}

/** Takes a signal back: whoever raised it, while nobody sorted it. It leaves nothing but its events in the record. */
export function takeBack(
  { database, clock }: SignalsDeps,
  { scope, by, language }: Doing,
  id: string,
  version: number,
): Promise<Result<undefined, 'http/not_found' | 'signal/stale' | 'signal/not_yours_or_sorted'>> {
  return database.inScope(scope, async (db) => {
    const signal = await signalForUpdate(db, id);
    if (signal === undefined) return no('http/not_found');
    if (!mayTakeBack(signal, colleagueOf(by))) return no('signal/not_yours_or_sorted');
    if (signal.version !== version) return no('signal/stale', await sinceRead(db, signal, version, language));
    await store.deleteSignal(db, id);
    await record(db, by, clock.now(), {
      action: 'signal.taken_back',
      objectType: 'signal',
      objectId: id,
      before: { kind: signal.kind, state: signal.state },
    });
    return yes(undefined);
  });
}

function colleagueOf(by: By): string | undefined {
  return by.kind === 'person' ? by.colleagueId : undefined;
}

function readerOf({ by, functions }: Asking): Reader {
  return { colleagueId: colleagueOf(by), maySort: maySort(functions) };
}

/** The evidence of each of some signals, as whoever asks may see it. */
function evidenceFor({ actor }: Asking, rows: readonly EvidenceRow[]): (signalId: string) => wire.Evidence[] {
  const bySignal = Map.groupBy(rows, ({ signal_id }) => signal_id);
  return (signalId) => present(bySignal.get(signalId) ?? [], seesFew(actor));
}

/** Signals by state with their evidence, and what the caller may do. */
export function listSignals(
  { database }: SignalsDeps,
  asking: Asking,
  query: wire.SignalsQuery,
): Promise<wire.SignalsView> {
  return database.inScope(asking.scope, async (db) => {
    const { rows, evidence, counts } = await views.signalList(db, query);
    const evidenceOf = evidenceFor(asking, evidence);
    return {
      items: rows.map((row) => shown(row, evidenceOf, readerOf(asking))),
      counts,
      can: { raise: mayRaise(asking.functions), sort: maySort(asking.functions), name: seesFew(asking.actor) },
    };
  });
}

const MOST_SIMILAR = 6;

/** One signal and those that are like it, with the reasons. */
export function oneSignal(
  { database }: SignalsDeps,
  asking: Asking,
  id: string,
): Promise<Result<wire.SignalView, 'http/not_found'>> {
  return database.inScope(asking.scope, async (db) => {
    const found = await views.signalById(db, id);
    if (found === undefined) return no('http/not_found');
    const signal = shown(found.row, evidenceFor(asking, found.evidence), readerOf(asking));
    return yes({ signal, similar: similarOf(found.similar, MOST_SIMILAR) });
  });
}

/** What is like a message or a thread that is about to be raised; refused when its words are gone. */
export function similarToPointed(
  { database }: SignalsDeps,
  { scope, actor }: Asking,
  pointed: Pointed,
): Promise<Result<wire.SimilarView, 'http/not_found' | 'signal/message_gone'>> {
  return database.inScope(scope, async (db) => {
    const { heard, similar } = await views.similarToPointed(db, pointed);
    const still = stillHeard(heard[0]);
    if (!still.ok) return still;
    return yes({ heard: previewOf(still.value, seesFew(actor)), items: similarOf(similar, MOST_SIMILAR) });
  });
}
