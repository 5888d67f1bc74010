import type { Selectable } from 'kysely';
import type { By } from '#kernel/actor.ts';
import type { Schema, Scoped } from '#platform/db/index.ts';

/** What to show of the record; absent: no limit on that side. */
export interface AuditFilter {
  readonly actorId?: string;
  readonly action?: string;
  readonly objectType?: string;
  readonly objectId?: string;
  /** Half-open: `from` is in, `until` is out. */
  readonly from?: Date;
  readonly until?: Date;
}

/** One event with the name of its author, where he has one. */
export interface AuditLine {
  readonly number: number;
  readonly at: Date;
  readonly actorKind: By['kind'];
  readonly actorId: string;
  readonly actorName: string | undefined;
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly why: string | undefined;
  readonly mandateId: string | undefined;
  readonly hash: string;
}

/** Up to `limit` events below `below`, the newest first. */
export async function auditPage(
  db: Scoped,
  filter: AuditFilter,
  below: number | undefined,
  limit: number,
): Promise<readonly AuditLine[]> {
  const rows = await filtered(db, filter)
    .$if(below !== undefined, (query) => query.where('audit_event.number', '<', below ?? 0))
    .orderBy('audit_event.number', 'desc')
    .limit(limit)
    .execute();
  return rows.map(lineOf);
}

/** Up to `limit` events above `above`, the oldest first: for reading all of them in order. */
export async function auditAfter(
  db: Scoped,
  filter: AuditFilter,
  above: number,
  limit: number,
): Promise<readonly AuditLine[]> {
  const rows = await filtered(db, filter)
    .where('audit_event.number', '>', above)
    .orderBy('audit_event.number')
    .limit(limit)
    .execute();
  return rows.map(lineOf);
}

function filtered(db: Scoped, filter: AuditFilter) {
  const { actorId, action, objectType, objectId, from, until } = filter;
  return db.tx
    .selectFrom('audit_event')
    .leftJoin('colleague', (join) =>
      join
        .onRef('colleague.workspace_id', '=', 'audit_event.workspace_id')
        .on((on) => on(on.cast<string>('colleague.id', 'text'), '=', on.ref('audit_event.actor_id'))),
    )
    .leftJoin('person', 'person.id', 'colleague.person_id')
    .leftJoin('api_key', (join) =>
      join
        .onRef('api_key.workspace_id', '=', 'audit_event.workspace_id')
        .on((on) => on(on.cast<string>('api_key.id', 'text'), '=', on.ref('audit_event.actor_id'))),
    )
    .selectAll('audit_event')
    .select((row) => row.fn.coalesce('person.name', 'api_key.name').as('actor_name'))
    .where('audit_event.workspace_id', '=', db.scope.workspaceId)
    .$if(actorId !== undefined, (query) => query.where('audit_event.actor_id', '=', actorId ?? ''))
    .$if(action !== undefined, (query) => query.where('audit_event.action', '=', action ?? ''))
    .$if(objectType !== undefined, (query) => query.where('audit_event.object_type', '=', objectType ?? ''))
    .$if(objectId !== undefined, (query) => query.where('audit_event.object_id', '=', objectId ?? ''))
    .$if(from !== undefined, (query) => query.where('audit_event.at', '>=', from ?? new Date(0)))
    .$if(until !== undefined, (query) => query.where('audit_event.at', '<', until ?? new Date(0)));
}

function lineOf(row: Selectable<Schema['audit_event']> & { actor_name: string | null }): AuditLine {
  return {
    number: row.number,
    at: row.at,
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    actorName: row.actor_name ?? undefined,
    action: row.action,
    objectType: row.object_type,
    objectId: row.object_id,
    before: row.before ?? undefined,
    after: row.after ?? undefined,
    why: row.why ?? undefined,
    mandateId: row.mandate_id ?? undefined,
    hash: row.hash.toString('hex'),
  };
}
