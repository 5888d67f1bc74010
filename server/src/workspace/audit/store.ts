import { sql } from 'kysely';
import type { By } from '#kernel/actor.ts';
import type { Scoped } from '#platform/db/index.ts';
import type { ChainedRow } from './model.ts';

/** The last number and hash of the workspace, held still until this transaction ends. */
export async function lockHead(db: Scoped): Promise<{ number: number; hash: Buffer } | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`audit ${db.scope.workspaceId}`}, 0))`.execute(db.tx);
  const head = await db.tx
    .selectFrom('audit_event')
    .select(['number', 'hash'])
    .where('workspace_id', '=', db.scope.workspaceId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return head;
}

export async function append(db: Scoped, row: ChainedRow): Promise<void> {
  await db.tx
    .insertInto('audit_event')
    .values({
      workspace_id: db.scope.workspaceId,
      number: row.number,
      at: row.at,
      actor_kind: row.actorKind,
      actor_id: row.actorId,
      action: row.action,
      object_type: row.objectType,
      object_id: row.objectId,
      before: row.before === null ? null : JSON.stringify(row.before),
      after: row.after === null ? null : JSON.stringify(row.after),
      why: row.why,
      mandate_id: row.mandateId,
      previous_hash: row.previousHash,
      hash: row.hash,
    })
    .execute();
}

/** Up to `limit` rows after `number`, in order, as they stand in the base. */
export async function chainAfter(db: Scoped, number: number, limit: number): Promise<readonly ChainedRow[]> {
  const rows = await db.tx
    .selectFrom('audit_event')
    .selectAll()
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('number', '>', number)
    .orderBy('number')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    workspaceId: row.workspace_id,
    number: row.number,
    at: row.at,
    actorKind: row.actor_kind satisfies By['kind'],
    actorId: row.actor_id,
    action: row.action,
    objectType: row.object_type,
    objectId: row.object_id,
    before: row.before,
    after: row.after,
    why: row.why,
    mandateId: row.mandate_id,
    previousHash: row.previous_hash,
    hash: row.hash,
  }));
}
