import type { Scoped } from '#platform/db/index.ts';
import type { DecideLink } from './model.ts';

export async function insertLink(
  db: Scoped,
  link: Pick<DecideLink, 'id' | 'insightId' | 'expiresAt'>,
  at: Date,
): Promise<void> {
  await db.tx
    .insertInto('decide_link')
    .values({
      workspace_id: db.scope.workspaceId,
      id: link.id,
      insight_id: link.insightId,
      made_at: at,
      expires_at: link.expiresAt,
      used_at: null,
      revoked_at: null,
    })
    .execute();
}

/** A link, held until this transaction ends: of two answers by one link the second sees that it was used. */
export async function linkForUpdate(db: Scoped, id: string): Promise<DecideLink | undefined> {
  return await db.tx
    .selectFrom('decide_link')
    .select(['id', 'insight_id as insightId', 'expires_at as expiresAt'])
    .select(['used_at as usedAt', 'revoked_at as revokedAt'])
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** Takes every open link of the insight back; answers whether there was one. */
export async function revokeLinks(db: Scoped, insightId: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await db.tx
    .updateTable('decide_link')
    .set({ revoked_at: at })
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('insight_id', '=', insightId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Says when a link was used; null: not after all. */
export async function markUsed(db: Scoped, id: string, at: Date | null): Promise<void> {
  await db.tx
    .updateTable('decide_link')
    .set({ used_at: at })
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', id)
    .execute();
}
