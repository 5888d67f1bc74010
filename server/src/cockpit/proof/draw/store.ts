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

/** Who was drawn, by name, the latest first; whoever was erased is left out. */
export async function drawnNames(db: Scoped, proofId: string): Promise<readonly (Drawn & { readonly name: string })[]> {
  const { rows } = await sql<Drawn & { readonly name: string }>`
    select drawn.member_id as "memberId", drawn.arm, drawn.arrived_on::text as "arrivedOn", member.name
    from proof_draw as drawn
    join member on member.workspace_id = drawn.workspace_id and member.id = drawn.member_id
    where drawn.workspace_id = ${db.scope.workspaceId} and drawn.proof_id = ${proofId} and member.erased_at is null
    order by drawn.arrived_on desc, drawn.member_id limit 1000`.execute(db.tx);
  return rows;
}
