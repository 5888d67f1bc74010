import type { By, Doing, FunctionName } from '#kernel/actor.ts';
import { addDays, dayIn } from '#kernel/day.ts';
import { newId } from '#kernel/ids.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Scope } from '#kernel/scope.ts';
import type { Clock } from '#platform/clock/index.ts';
import type { Database, Scoped } from '#platform/db/index.ts';
import type { Projection } from '#platform/projection/index.ts';
import { changedSince, record } from '#workspace/audit/index.ts';
import { recordedBetween } from '#workspace/audit/lookup.ts';
import { settingsOf } from '#workspace/spaces/lookup.ts';
import type { CommunityEvent, NoteDraft, Span } from './model.ts';
import { TELLING } from './model.ts';
import { channelEvents, placeEvents, recordedEvents } from './rules.ts';
import * as store from './store.ts';
import { placeSpans, silentChannels } from './views.ts';
import type { EventLine, NotesQuery, NotesView } from './wire.ts';

export interface NotesDeps {
  readonly database: Database;
  readonly projection: Projection;
  readonly clock: Clock;
}

const WRITERS: readonly FunctionName[] = ['pilot', 'host', 'admin'];
const MOST_NAMES = 3;

/** What people wrote and what happened in a span, each in the order of its days. */
export async function readNotes(
  { database, projection }: NotesDeps,
  scope: Scope,
  { from, until, place }: NotesQuery,
  functions: readonly FunctionName[],
): Promise<NotesView> {
  const span = { from, until };
  const observed = await projection.read(scope, async (facts) => [
    ...placeEvents(await placeSpans(facts, place), span),
    ...channelEvents(await silentChannels(facts, place, span)),
  ]);
  return await database.inScope(scope, async (db) => {
    const events = [...(await recordedIn(db, span)), ...observed].toSorted((a, b) => a.day.localeCompare(b.day));
    const notes = await store.notesIn(db, span);
    const can = { add: functions.some((one) => WRITERS.includes(one)) };
    return { notes: [...notes], events: await named(db, events, place), can };
  });
}

/** The same of a span somebody asked for, which may stand upside down. */
export async function askedNotes(
  deps: NotesDeps,
  scope: Scope,
  query: NotesQuery,
  functions: readonly FunctionName[],
): Promise<Result<NotesView, 'figure/upside_down'>> {
  if (query.until <= query.from) return no('figure/upside_down');
  return yes(await readNotes(deps, scope, query, functions));
}

async function recordedIn(db: Scoped, { from, until }: Span): Promise<readonly CommunityEvent[]> {
  const { zone } = await settingsOf(db);
  // A day of any zone lies within a day of UTC on either side.
  const reach = { from: instantOf(addDays(from, -1)), until: instantOf(addDays(until, 1)) };
  const rows = await recordedBetween(db, TELLING, reach);
  return recordedEvents(rows, (at) => dayIn(zone, at)).filter(({ day }) => day >= from && day < until);
}

function instantOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** With names instead of ids; what is about a place that is gone, or not asked for, is left out. */
async function named(
  db: Scoped,
  events: readonly CommunityEvent[],
  places: readonly string[] | undefined,
): Promise<EventLine[]> {
  const placeIds = events.flatMap((event) => ('placeId' in event ? [event.placeId] : []));
  const channelIds = events.flatMap((event) => ('channelIds' in event ? event.channelIds.slice(0, MOST_NAMES) : []));
  const names = await store.namesOf(db, placeIds, channelIds);
  return events.flatMap((event): readonly EventLine[] => {
    if (!('placeId' in event)) return [event];
    const place = names.get(event.placeId);
    if (place === undefined || places?.includes(event.placeId) === false) return [];
    const { kind, day } = event;
    if (kind === 'import') return [{ kind, day, place, added: event.added }];
    if (kind !== 'channels_silent') return [{ kind, day, place }];
    const { channelIds: ids, share } = event;
    const known = ids.slice(0, MOST_NAMES).flatMap((id) => names.get(id) ?? []);
    return [{ kind, day, place, count: ids.length, names: known, share }];
  });
}

type NoteCode = 'http/not_found' | 'note/stale';

/** Writes a note; its author is the person who calls. */
export function addNote(
  { database, clock }: NotesDeps,
  scope: Scope,
  by: By,
  draft: NoteDraft,
): Promise<Result<{ readonly id: string }, 'http/not_allowed'>> {
  return database.inScope(scope, async (db) => {
    if (by.kind !== 'person') return no('http/not_allowed');
    const now = clock.now();
    const id = newId(now);
    await store.insertNote(db, { ...draft, id, authorId: by.colleagueId, at: now });
    await record(db, by, now, { action: 'note.added', objectType: 'note', objectId: id, after: { day: draft.day } });
    return yes({ id });
  });
}

/** Changes the day or the words of a note, whoever wrote it: it is the workspace's. */
export function changeNote(
  { database, clock }: NotesDeps,
  { scope, by, language }: Doing,
  noteId: string,
  { version, day, text }: NoteDraft & { readonly version: number },
): Promise<Result<undefined, NoteCode>> {
  return database.inScope(scope, async (db) => {
    const before = await store.noteForUpdate(db, noteId);
    if (before === undefined) return no('http/not_found');
    if (before.version !== version) {
      const read = { objectType: 'note', objectId: noteId, version };
      return no('note/stale', { ...(await changedSince(db, read, 'note', language)) });
    }
    await store.updateNote(db, noteId, { day, text });
    await record(db, by, clock.now(), {
      action: 'note.changed',
      objectType: 'note',
      objectId: noteId,
      before: { day: before.day },
      after: {
        version: version + 1,
        changed: [...(day === before.day ? [] : ['day']), ...(text === before.text ? [] : ['text'])],
        day,
      },
    });
    return yes(undefined);
  });
}

export function removeNote(
  { database, clock }: NotesDeps,
  scope: Scope,
  by: By,
  noteId: string,
): Promise<Result<undefined, NoteCode>> {
  return database.inScope(scope, async (db) => {
    const before = await store.noteForUpdate(db, noteId);
    if (before === undefined) return no('http/not_found');
    await store.deleteNote(db, noteId);
    const about = { action: 'note.removed', objectType: 'note', objectId: noteId, before: { day: before.day } };
    await record(db, by, clock.now(), about);
    return yes(undefined);
  });
}
