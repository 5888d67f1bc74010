import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import { mandateCoverage, openMandates, proposers } from '#bridge/mandates/lookup.ts';
import type { By, Doing } from '#kernel/actor.ts';
import { dayIn } from '#kernel/day.ts';
import { newId } from '#kernel/ids.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Window } from '#kernel/window.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database, Scoped, SqlWindow } from '#platform/db/index.ts';
import { rowsOf, together } from '#platform/db/index.ts';
import { changedSince, record } from '#workspace/audit/index.ts';
import { settingsOf, todayOf } from '#workspace/spaces/lookup.ts';
import { newestAct, tiedShare } from './lookup.ts';
import type { Tie } from './model.ts';
import * as store from './store.ts';
import { proposalFor } from './rules.ts';
import { foundRows, ruling } from './views.ts';
import type { ActionPatch, EffortQuery, FoundQuery, NewAction, Sorted, Sorting } from './wire.ts';

export interface ActionsDeps {
  readonly database: Database;
  readonly clock: Clock;
}

const SPAN_DAYS = 90;

/** SQL of `span`: the days that were asked for; by themselves the 90 that end with the newest act. */
function spanning(db: Scoped, now: Date, { from, until }: EffortQuery): RawBuilder<unknown> {
  const end = until === undefined ? sql`coalesce(${newestAct(db)}, ${todayOf(db, now)}) + 1` : sql`${until}::date`;
  const start = from === undefined ? sql`last.day - ${SPAN_DAYS}::int` : sql`${from}::date`;
  // Offset: the base would put the end in both places, and look for the newest act twice.
  return sql`span as materialized (
    select ${start} as from_day, last.day as until_day from (select ${end} as day offset 0) as last)`;
}

const SPAN: SqlWindow = { from: sql`(select span.from_day from span)`, until: sql`(select span.until_day from span)` };
const SPAN_ROWS = rowsOf(sql<Window>`select span.from_day::text as "from", span.until_day::text as until from span`);

/** What the acts of the field served, and how many hosts have a mandate today. */
export async function effortOf(db: Scoped, now: Date, query: EffortQuery) {
  const { spans, shares, covered } = await together(
    db,
    { spans: SPAN_ROWS, shares: tiedShare(db, SPAN), covered: mandateCoverage(db, todayOf(db, now)) },
    spanning(db, now, query),
  );
  return { span: oneOf(spans), shares: oneOf(shares), coverage: oneOf(covered) };
}

/** The one row of a question that always has it. */
function oneOf<T>([row]: readonly T[]): T {
  if (row === undefined) throw new Error('a question of counts always has its row');
  return row;
}

/** Messages of the team nobody has sorted, each with the mandate its rule proposes, over the days asked for. */
export async function foundActions(db: Scoped, now: Date, query: FoundQuery) {
  const { spans, rows, proposing, mandates } = await together(
    db,
    { spans: SPAN_ROWS, rows: foundRows(db, query, SPAN), proposing: proposers(db), mandates: openMandates(db) },
    sql`${spanning(db, now, query)}${query.mandate === undefined ? sql`` : sql`, ${ruling(db, query.mandate)}`}`,
  );
  const items = rows.map(({ act, about }) => ({ ...act, proposal: proposalFor(about, proposing) ?? null }));
  return { ...oneOf(spans), items, total: rows[0]?.total ?? 0, mandates };
}

type TieCode = 'http/not_found' | 'action/no_mandate' | 'action/mandate_closed';
type SortCode = TieCode | 'action/not_staff' | 'http/not_allowed';

/** Says what messages of the team serve. What somebody else sorted meanwhile stays as it is, and is counted. */
export function sortActions(
  { database, clock }: ActionsDeps,
  scope: Scope,
  by: By,
  { items, minutes }: Sorting,
): Promise<Result<Sorted, SortCode>> {
  return database.inScope(scope, async (db) => {
    if (by.kind !== 'person') return no('http/not_allowed');
    const asked = new Map(items.map((item) => [item.messageId, item]));
    const written = await store.writtenBy(db, [...asked.keys()]);
    if (written.length < asked.size) return no('http/not_found');
    if (written.some(({ isStaff }) => !isStaff)) return no('action/not_staff');
    const code = await tieProblem(db, [...asked.values()]);
    if (code !== undefined) return no(code);
    const now = clock.now();
    const rows = written.map(({ id: messageId, kind, day, memberId }) => {
      const { tie = 'offplan', mandateId } = asked.get(messageId) ?? {};
      const tied = { tie, mandateId: tie === 'mandate' ? (mandateId ?? null) : null };
      const done = { doneBy: null, doneByMember: memberId, sortedBy: by.colleagueId, sortedAt: now };
      return { id: newId(now), kind, ...tied, messageId, day, minutes: minutes ?? null, note: null, ...done };
    });
    const ids = await store.insertActions(db, rows);
    await recordSorted(
      db,
      by,
      now,
      rows.filter(({ id }) => ids.has(id)),
    );
    return yes({ ids: [...ids], already: rows.length - ids.size });
  });
}

/** One event for each thing that was served, not one for each message. */
async function recordSorted(
  db: Scoped,
  by: By,
  now: Date,
  rows: readonly { readonly id: string; readonly tie: Tie; readonly mandateId: string | null }[],
): Promise<void> {
  const groups = Map.groupBy(rows, ({ tie, mandateId }) => mandateId ?? tie);
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined) continue;
    await record(db, by, now, {
      action: 'action.sorted',
      objectType: 'action',
      objectId: first.id,
      after: { tie: first.tie, count: group.length },
      ...(first.mandateId === null ? {} : { mandateId: first.mandateId }),
    });
  }
}

interface Tied {
  readonly tie: Tie;
  readonly mandateId?: string | undefined;
}

/** Why acts cannot be tied to what they name. */
async function tieProblem(db: Scoped, tied: readonly Tied[]): Promise<TieCode | undefined> {
  const toMandates = tied.filter(({ tie }) => tie === 'mandate');
  const ids = [...new Set(toMandates.flatMap(({ mandateId }) => mandateId ?? []))];
  if (toMandates.some(({ mandateId }) => mandateId === undefined)) return 'action/no_mandate';
  const { open, closed } = await store.mandatesAmong(db, ids);
  if (ids.some((id) => !open.has(id) && !closed.has(id))) return 'http/not_found';
  return closed.size > 0 ? 'action/mandate_closed' : undefined;
}

/** Takes back what was just sorted: these messages wait again. What somebody changed since stays. */
export function unsortActions(
  { database, clock }: ActionsDeps,
  scope: Scope,
  by: By,
  ids: readonly string[],
): Promise<{ readonly count: number }> {
  return database.inScope(scope, async (db) => {
    const count = await store.unsort(db, ids);
    const about = { objectType: 'action', objectId: ids[0] ?? '', after: { count } };
    if (count > 0) await record(db, by, clock.now(), { action: 'action.removed', ...about });
    return { count };
  });
}

/** Writes down what no place tells: an event, a call, a thank-you. Whoever calls did it. */
export function logAction(
  { database, clock }: ActionsDeps,
  scope: Scope,
  by: By,
  { kind, day, minutes, note, tie, mandateId }: NewAction,
): Promise<Result<{ readonly id: string }, TieCode | 'action/too_late' | 'http/not_allowed'>> {
  return database.inScope(scope, async (db) => {
    if (by.kind !== 'person') return no('http/not_allowed');
    const code = await tieProblem(db, [{ tie, mandateId }]);
    if (code !== undefined) return no(code);
    if (day > dayIn((await settingsOf(db)).zone, clock.now())) return no('action/too_late');
    const now = clock.now();
    const id = newId(now);
    const tied = { tie, mandateId: tie === 'mandate' ? (mandateId ?? null) : null };
    const done = { doneBy: by.colleagueId, doneByMember: null, sortedBy: by.colleagueId, sortedAt: now };
    await store.insertActions(db, [{ id, kind, ...tied, messageId: null, day, minutes, note, ...done }]);
    await record(db, by, now, {
      action: 'action.logged',
      objectType: 'action',
      objectId: id,
      after: { version: 1, kind, tie, day, minutes },
      ...(tied.mandateId === null ? {} : { mandateId: tied.mandateId }),
    });
    return yes({ id });
  });
}

type Changing = Pick<store.Held, 'tie' | 'mandateId' | 'minutes' | 'note'>;

/** Changes what an act serves, its minutes or its note. */
export function changeAction(
  { database, clock }: ActionsDeps,
  { scope, by, language }: Doing,
  id: string,
  { version, tie, mandateId, minutes, note }: ActionPatch,
): Promise<Result<undefined, TieCode | 'action/stale'>> {
  return database.inScope(scope, async (db) => {
    const before = await store.actionForUpdate(db, id);
    if (before === undefined) return no('http/not_found');
    const code = await tieProblem(db, [{ tie, mandateId }]);
    if (code !== undefined) return no(code);
    if (before.version !== version) {
      const read = { objectType: 'action', objectId: id, version };
      return no('action/stale', { ...(await changedSince(db, read, 'action', language)) });
    }
    const after = { tie, mandateId: tie === 'mandate' ? (mandateId ?? null) : null, minutes };
    await store.updateAction(db, id, { ...after, note });
    await record(db, by, clock.now(), {
      action: 'action.changed',
      objectType: 'action',
      objectId: id,
      before: { tie: before.tie, mandateId: before.mandateId, minutes: before.minutes },
      after: { version: version + 1, changed: changedIn(before, { ...after, note }), ...after },
      ...(after.mandateId === null ? {} : { mandateId: after.mandateId }),
    });
    return yes(undefined);
  });
}

function changedIn(before: Changing, after: Changing): readonly string[] {
  return (['tie', 'mandateId', 'minutes', 'note'] as const).filter((field) => before[field] !== after[field]);
}

/** Takes an act out; one found in the data waits again to be sorted. */
export function removeAction(
  { database, clock }: ActionsDeps,
  scope: Scope,
  by: By,
  id: string,
): Promise<Result<undefined, 'http/not_found'>> {
  return database.inScope(scope, async (db) => {
    const before = await store.actionForUpdate(db, id);
    if (before === undefined) return no('http/not_found');
    await store.deleteAction(db, id);
    await record(db, by, clock.now(), {
      action: 'action.removed',
      objectType: 'action',
      objectId: id,
      before: { tie: before.tie, mandateId: before.mandateId, minutes: before.minutes },
      ...(before.mandateId === null ? {} : { mandateId: before.mandateId }),
    });
    return yes(undefined);
  });
}
