import type { Proof } from '#cockpit/proof/judging/index.ts';
import type { Scoped } from '#platform/db/index.ts';

type New = Omit<Proof, 'withdrawnAt' | 'withdrawnWhy' | 'verdict' | 'judgedAt' | 'outcome' | 'version'> & {
  readonly madeBy: string | null;
};

export async function insertProof(db: Scoped, proof: New): Promise<void> {
  await db.tx
    .insertInto('proof')
    .values({
      workspace_id: db.scope.workspaceId,
      id: proof.id,
      title: proof.title,
      mandate_id: proof.mandateId,
      expects: JSON.stringify(proof.expects),
      fingerprint: proof.fingerprint,
      figure: proof.expects.figure,
      start_day: proof.startDay,
      until_day: proof.untilDay,
      due_day: proof.dueDay,
      made_by: proof.madeBy,
      made_at: proof.madeAt,
    })
    .execute();
}

export async function markWithdrawn(db: Scoped, id: string, at: Date, why: string): Promise<void> {
  await db.tx
    .updateTable('proof')
    .set((row) => ({ withdrawn_at: at, withdrawn_why: why, version: row('version', '+', 1) }))
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', id)
    .execute();
}
