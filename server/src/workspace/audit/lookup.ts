import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { By } from '#kernel/actor.ts';
import type { Rows, Scoped } from '#platform/db/index.ts';
import { read, rowsOf, toldAs } from '#platform/db/index.ts';
import { versionIn } from './rules.ts';

const MOST = 1_000;

/** What the record says of some actions between two instants (the second one out), the oldest first. */
export async function recordedBetween(
  db: Scoped,
  actions: readonly string[],
  { from, until }: { readonly from: Date; readonly until: Date },
): Promise<
  readonly { readonly at: Date; readonly action: string; readonly objectId: string; readonly after: unknown }[]
> {
  const rows = await db.tx
    .selectFrom('audit_event')
    .select(['at', 'action', 'object_id', 'after'])
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('action', 'in', [...actions])
    .where('at', '>=', from)
    .where('at', '<', until)
    .orderBy('number')
    .limit(MOST)
    .execute();
  return rows.map(({ at, action, object_id: objectId, after }) => ({ at, action, objectId, after }));
}

/** One event of an object, with the name of the colleague behind it; null for keys and the house itself. */
export interface HistoryLine {
  readonly number: number;
  readonly at: Date;
  readonly action: string;
  readonly who: string | null;
  readonly after: unknown;
}

/** What the record says of one object, the newest first, to be read together with it. */
export function historyRows(
  { scope: { workspaceId } }: Scoped,
  objectType: string,
  objectId: string,
): Rows<HistoryLine> {
  return rowsOf(
    sql<HistoryLine>`
    select event.number::int as number, event.at, event.action, event.after, person.name as who
    from audit_event as event
    left join colleague on colleague.workspace_id = event.workspace_id and colleague.id::text = event.actor_id
    left join person on person.id = colleague.person_id
    where event.workspace_id = ${workspaceId} and event.object_type = ${objectType} and event.object_id = ${objectId}
    order by event.number desc limit ${MOST}`,
    'at',
  );
}

/** The same by itself. */
export function historyOf(db: Scoped, objectType: string, objectId: string): Promise<readonly HistoryLine[]> {
  return read(db, historyRows(db, objectType, objectId));
}

/** One event as the page of what it is about tells it. */
export interface EventAbout {
  readonly number: number;
  readonly at: Date;
  readonly action: string;
  readonly objectId: string;
  readonly by: By['kind'];
  /** Undefined: nobody with a name. */
  readonly name: string | undefined;
  readonly before: unknown;
  readonly after: unknown;
  readonly why: string | undefined;
}

interface AboutRow extends Omit<EventAbout, 'name' | 'why'> {
  readonly name: string | null;
  readonly why: string | null;
}

/** What happened to some things of one kind, the newest first, to be read together with them. `ids`: SQL that gives theirs. */
export function eventsAbout(
  { scope: { workspaceId } }: Scoped,
  objectType: string,
  ids: RawBuilder<unknown>,
  limit: number,
): Rows<EventAbout> {
  const rows = sql<AboutRow>`
    select event.number, event.at, event.action, event.object_id as "objectId", event.actor_kind as by, person.name,
      event.before, event.after, event.why
    from audit_event as event
    left join colleague on colleague.workspace_id = event.workspace_id and colleague.id::text = event.actor_id
    left join person on person.id = colleague.person_id
    where event.workspace_id = ${workspaceId} and event.object_type = ${objectType}
      and event.object_id = any(array(${ids}))
    order by event.number desc limit ${limit}`;
  return toldAs(rowsOf(rows, 'at'), ({ name, why, ...event }) => ({
    ...event,
    name: name ?? undefined,
    why: why ?? undefined,
  }));
}

const MOST_SINCE = 20;

/** The version a thing had when something last happened to it; 0: nothing that tells one did. */
export async function lastVersion(db: Scoped, objectType: string, id: string): Promise<number> {
  const events = await read(db, eventsAbout(db, objectType, sql`select ${id}`, MOST_SINCE));
  return versionIn(events.find(({ after }) => versionIn(after) !== undefined)?.after) ?? 0;
}

/**
 * What happened to one thing after a version of it that somebody read, the newest first. Events that tell no version count
 * with the version before them.
 */
export async function eventsSince(
  db: Scoped,
  objectType: string,
  id: string,
  version: number,
): Promise<readonly EventAbout[]> {
  const events = await read(db, eventsAbout(db, objectType, sql`select ${id}`, MOST_SINCE));
  const known = events.findIndex(({ after }) => (versionIn(after) ?? Infinity) <= version);
  return known < 0 ? events : events.slice(0, known);
}
