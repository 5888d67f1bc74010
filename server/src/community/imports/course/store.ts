import type { Scoped } from '#platform/db/index.ts';

export async function markImported(db: Scoped, placeId: string, at: Date): Promise<void> {
  await db.tx
    .updateTable('place')
    .set({ last_import_at: at })
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', placeId)
    .execute();
}
