import type { Scoped } from '#platform/db/index.ts';

/** Below so many persons a number tells of somebody: it is for those who work with members by name. */
export async function smallestGroupOf(db: Scoped): Promise<number> {
  const row = await db.tx
    .selectFrom('workspace')
    .select('workspace.smallest_group')
    .where('workspace.id', '=', db.scope.workspaceId)
    .executeTakeFirstOrThrow();
  return row.smallest_group;
}
