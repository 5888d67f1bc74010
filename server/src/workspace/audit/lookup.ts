import type { Scoped } from '#platform/db/index.ts';

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

/** What the record says of one object, the newest first. */
export async function historyOf(db: Scoped, objectType: string, objectId: string): Promise<readonly HistoryLine[]> {
  const rows = await db.tx
    .selectFrom('audit_event')
    .leftJoin('colleague', (join) =>
      join
        .onRef('colleague.workspace_id', '=', 'audit_event.workspace_id')
        .on((on) => on(on.cast<string>('colleague.id', 'text'), '=', on.ref('audit_event.actor_id'))),
    )
    .leftJoin('person', 'person.id', 'colleague.person_id')
    .select(['audit_event.number', 'audit_event.at', 'audit_event.action', 'audit_event.after', 'person.name as who'])
    .where('audit_event.workspace_id', '=', db.scope.workspaceId)
    .where('audit_event.object_type', '=', objectType)
    .where('audit_event.object_id', '=', objectId)
    .orderBy('audit_event.number', 'desc')
    .limit(MOST)
    .execute();
  return rows.map((row) => ({ ...row, number: Number(row.number) }));
}
