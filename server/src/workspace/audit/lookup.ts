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
