import { sql } from 'kysely';
import type { Scoped } from '#platform/db/index.ts';
import type { Drawn } from './model.ts';

/** Keeps who was drawn where; who was drawn before stays there. */
export async function keepDrawn(db: Scoped, proofId: string, drawn: readonly Drawn[], at: Date): Promise<number> {
  if (drawn.length === 0) return 0;
  const { numInsertedOrUpdatedRows } = await db.tx
    .insertInto('proof_draw')
    .values(
      drawn.map(({ memberId, arm, arrivedOn }) => ({
        workspace_id: db.scope.workspaceId,
        proof_id: proofId,
        member_id: memberId,
        arm,
        arrived_on: arrivedOn,
        drawn_at: at,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows ?? 0n);
}

export async function drawnOf(db: Scoped, proofId: string): Promise<readonly Drawn[]> {
  const rows = await db.tx
    .selectFrom('proof_draw')
    .select(['member_id', 'arm', sql<string>`arrived_on::text`.as('arrived_on')])
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('proof_id', '=', proofId)
    .execute();
  return rows.map((row) => ({ memberId: row.member_id, arm: row.arm, arrivedOn: row.arrived_on }));
}

/** Members by their names; whoever was erased has none. */
export async function namesOf(db: Scoped, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ readonly id: string; readonly name: string }>`
    select member.id, member.name from member
    where member.workspace_id = ${db.scope.workspaceId} and member.id = any(${[...ids]}::uuid[])
      and member.erased_at is null`.execute(db.tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
