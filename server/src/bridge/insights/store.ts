import type { Scoped } from '#platform/db/index.ts';
import type { Insight, Written } from './model.ts';

/** A draft with nothing but its statement. */
export async function insertInsight(
  db: Scoped,
  { id, statement, themeId, madeBy, madeAt }: Pick<Insight, 'id' | 'statement' | 'themeId' | 'madeBy' | 'madeAt'>,
): Promise<void> {
  await db.tx
    .insertInto('insight')
    .values({
      workspace_id: db.scope.workspaceId,
      id,
      statement,
      theme_id: themeId,
      made_by: madeBy,
      made_at: madeAt,
      ask: null,
      objective_id: null,
      owner_id: null,
      outside_name: null,
      outside_email: null,
      due: null,
      submitted_at: null,
      decided_at: null,
      delivered_at: null,
      told_at: null,
    })
    .execute();
}

/** Writes a draft as it is to be and counts its version up. */
export async function updateInsight(db: Scoped, id: string, written: Written): Promise<void> {
  await db.tx
    .updateTable('insight')
    .set((row) => ({
      statement: written.statement,
      ask: written.ask,
      options: [...written.options],
      words: [...written.words],
      theme_id: written.themeId,
      objective_id: written.objectiveId,
      owner_id: written.ownerId,
      outside_name: written.outside?.name ?? null,
      outside_email: written.outside?.email ?? null,
      due: written.due,
      version: row('version', '+', 1),
    }))
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Hands a draft over to whoever decides. */
export async function submitInsight(db: Scoped, id: string, at: Date): Promise<void> {
  await db.tx
    .updateTable('insight')
    .set((row) => ({ state: 'submitted', submitted_at: at, version: row('version', '+', 1) }))
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function deleteInsight(db: Scoped, id: string): Promise<void> {
  await db.tx.deleteFrom('insight').where('workspace_id', '=', db.scope.workspaceId).where('id', '=', id).execute();
}

/** Remembers that a message was looked at for an insight; saying it twice changes nothing. */
export async function insertRead(
  db: Scoped,
  {
    insightId,
    messageId,
    readBy,
    readAt,
  }: { readonly insightId: string; readonly messageId: string; readonly readBy: string; readonly readAt: Date },
): Promise<void> {
  await db.tx
    .insertInto('insight_read')
    .values({
      workspace_id: db.scope.workspaceId,
      insight_id: insightId,
      message_id: messageId,
      read_by: readBy,
      read_at: readAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
