import type { Scoped } from '#platform/db/index.ts';
import type { Confirmation, Vision } from './model.ts';

export async function insertVision(db: Scoped, { number, text, writtenBy, writtenAt }: Vision): Promise<void> {
  await db.tx
    .insertInto('vision')
    .values({ workspace_id: db.scope.workspaceId, number, text, written_by: writtenBy, written_at: writtenAt })
    .execute();
}

export async function insertConfirmation(db: Scoped, id: string, { number, by, at }: Confirmation): Promise<void> {
  await db.tx
    .insertInto('vision_confirmation')
    .values({ workspace_id: db.scope.workspaceId, id, number, confirmed_by: by, confirmed_at: at })
    .execute();
}
