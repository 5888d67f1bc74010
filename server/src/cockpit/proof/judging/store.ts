import { sql } from 'kysely';
import type { Scoped } from '#platform/db/index.ts';
import type { Outcome, Proof, ProofVerdict } from './model.ts';

/** A proof, held until this transaction ends. */
export async function proofForUpdate(db: Scoped, id: string): Promise<Proof | undefined> {
  const { rows } = await sql<Proof>`
    select proof.id, proof.title, proof.mandate_id as "mandateId", proof.expects, proof.fingerprint,
      proof.start_day::text as "startDay", proof.until_day::text as "untilDay", proof.due_day::text as "dueDay",
      proof.made_at as "madeAt", proof.withdrawn_at as "withdrawnAt", proof.withdrawn_why as "withdrawnWhy",
      proof.verdict, proof.judged_at as "judgedAt", proof.outcome, proof.version
    from proof where proof.workspace_id = ${db.scope.workspaceId} and proof.id = ${id} for update`.execute(db.tx);
  return rows[0];
}

/** Keeps a verdict with all it was made from. */
export async function keepVerdict(
  db: Scoped,
  id: string,
  { verdict, at, outcome }: { readonly verdict: ProofVerdict; readonly at: Date; readonly outcome: Outcome },
): Promise<void> {
  await db.tx
    .updateTable('proof')
    .set((row) => ({ verdict, judged_at: at, outcome: JSON.stringify(outcome), version: row('version', '+', 1) }))
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

interface Clearing {
  readonly id: string;
  readonly proofId: string;
  readonly event: string;
  readonly why: string;
  readonly byId: string;
  readonly at: Date;
}

/** Keeps why an event is no reason to doubt; answers false where that is said already. */
export async function insertClearing(db: Scoped, { id, proofId, event, why, byId, at }: Clearing): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db.tx
    .insertInto('proof_clearing')
    .values({ workspace_id: db.scope.workspaceId, id, proof_id: proofId, event, why, by_id: byId, at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** The name of whoever said that an event is no reason to doubt. */
export async function whoCleared(db: Scoped, proofId: string, event: string): Promise<string | undefined> {
  const row = await db.tx
    .selectFrom('proof_clearing')
    .innerJoin('colleague', (join) =>
      join
        .onRef('colleague.workspace_id', '=', 'proof_clearing.workspace_id')
        .onRef('colleague.id', '=', 'proof_clearing.by_id'),
    )
    .innerJoin('person', 'person.id', 'colleague.person_id')
    .select('person.name')
    .where('proof_clearing.workspace_id', '=', db.scope.workspaceId)
    .where('proof_clearing.proof_id', '=', proofId)
    .where('proof_clearing.event', '=', event)
    .executeTakeFirst();
  return row?.name;
}
