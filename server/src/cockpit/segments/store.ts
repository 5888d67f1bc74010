import type { Scoped } from '#platform/db/index.ts';
import type { Segment } from './model.ts';

export async function countSegments(db: Scoped): Promise<number> {
  const row = await db.tx
    .selectFrom('segment')
    .select(({ fn }) => fn.countAll<string>().as('n'))
    .where('segment.workspace_id', '=', db.scope.workspaceId)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

export async function insertSegment(db: Scoped, segment: Omit<Segment, 'version'>): Promise<void> {
  const { id, name, rule, shared, ownerId, changedAt } = segment;
  await db.tx
    .insertInto('segment')
    .values({
      workspace_id: db.scope.workspaceId,
      id,
      name,
      rule: JSON.stringify(rule),
      shared,
      owner_id: ownerId,
      created_at: changedAt,
      changed_at: changedAt,
    })
    .execute();
}

/** Writes a segment as it is to be and counts its version up. */
export async function updateSegment(db: Scoped, segment: Segment): Promise<void> {
  const { id, name, rule, shared, changedAt } = segment;
  await db.tx
    .updateTable('segment')
    .set((row) => ({
      name,
      rule: JSON.stringify(rule),
      shared,
      changed_at: changedAt,
      version: row('version', '+', 1),
    }))
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function deleteSegment(db: Scoped, id: string): Promise<void> {
  await db.tx.deleteFrom('segment').where('workspace_id', '=', db.scope.workspaceId).where('id', '=', id).execute();
}
