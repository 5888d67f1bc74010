import type { Scoped } from '#platform/db/index.ts';
import { sql } from 'kysely';
import type { Telling } from './model.ts';

/** Keeps that a member was told; false when he was told of it before. */
export async function insertTold(
  db: Scoped,
  id: string,
  one: Telling,
  by: { readonly colleagueId: string; readonly at: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db.tx
    .insertInto('told')
    .values({
      workspace_id: db.scope.workspaceId,
      id,
      insight_id: one.insightId,
      decision_id: one.decisionId,
      delivery_id: one.deliveryId,
      member_id: one.memberId,
      thread_id: one.threadId ?? null,
      text: one.text,
      language: one.language,
      by_id: by.colleagueId,
      at: by.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows ?? 0) > 0;
}

/** Takes back that a member was told of that news; false when he was not. */
export async function deleteTold(
  db: Scoped,
  { decisionId, deliveryId, memberId }: Pick<Telling, 'decisionId' | 'deliveryId' | 'memberId'>,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from told where told.workspace_id = ${db.scope.workspaceId} and told.decision_id = ${decisionId}
      and told.delivery_id is not distinct from ${deliveryId}
      and coalesce(kept_member(told.workspace_id, told.member_id), told.member_id) = ${memberId}`.execute(db.tx);
  return (numAffectedRows ?? 0n) > 0n;
}

/** Says that a member does not want to be told; false when that was so before. */
export async function insertSilence(db: Scoped, memberId: string, byId: string, at: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db.tx
    .insertInto('told_opt_out')
    .values({ workspace_id: db.scope.workspaceId, member_id: memberId, by_id: byId, at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows ?? 0) > 0;
}

export async function deleteSilence(db: Scoped, memberId: string): Promise<boolean> {
  const { numDeletedRows } = await db.tx
    .deleteFrom('told_opt_out')
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('member_id', '=', memberId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
