import { sql } from 'kysely';
import type { Scoped } from '#platform/db/index.ts';
import type { Proof, ProofVerdict } from './model.ts';

const PROOF = sql`
  proof.id, proof.title, proof.mandate_id as "mandateId", proof.expects, proof.fingerprint,
  proof.start_day::text as "startDay", proof.until_day::text as "untilDay", proof.due_day::text as "dueDay",
  proof.made_at as "madeAt", proof.withdrawn_at as "withdrawnAt", proof.withdrawn_why as "withdrawnWhy", proof.verdict,
  proof.judged_at as "judgedAt", proof.version`;

/** Every proof, those withdrawn and those without effect alike, the latest start first; without what they were made from. */
export async function allProofs(db: Scoped): Promise<readonly Proof[]> {
  const { rows } = await sql<Proof>`
    select ${PROOF}, null as outcome from proof where proof.workspace_id = ${db.scope.workspaceId}
    order by proof.start_day desc, proof.id limit 500`.execute(db.tx);
  return rows;
}

export async function proofById(db: Scoped, id: string): Promise<Proof | undefined> {
  const { rows } = await sql<Proof>`
    select ${PROOF}, proof.outcome from proof
    where proof.workspace_id = ${db.scope.workspaceId} and proof.id = ${id}`.execute(db.tx);
  return rows[0];
}

/** Whether any proof was ever written here. */
export async function hasProofs(db: Scoped): Promise<boolean> {
  const row = await db.tx
    .selectFrom('proof')
    .select('id')
    .where('workspace_id', '=', db.scope.workspaceId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Events the pilot has cleared, by their keys. */
export async function clearedOf(db: Scoped, proofId: string): Promise<ReadonlySet<string>> {
  const rows = await db.tx
    .selectFrom('proof_clearing')
    .select('event')
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('proof_id', '=', proofId)
    .execute();
  return new Set(rows.map(({ event }) => event));
}

/** Proofs whose verdict is due on a day and not made. */
export async function dueProofs(db: Scoped, today: string): Promise<readonly Proof[]> {
  const { rows } = await sql<Proof>`
    select ${PROOF}, null as outcome from proof
    where proof.workspace_id = ${db.scope.workspaceId} and proof.verdict is null and proof.withdrawn_at is null
      and proof.due_day <= ${today}::date
    order by proof.due_day, proof.id limit 50`.execute(db.tx);
  return rows;
}

/** Draws that run on a day: who arrives is drawn. */
export async function openDraws(db: Scoped, today: string): Promise<readonly Proof[]> {
  const { rows } = await sql<Proof>`
    select ${PROOF}, null as outcome from proof
    where proof.workspace_id = ${db.scope.workspaceId} and proof.verdict is null and proof.withdrawn_at is null
      and proof.expects ->> 'design' = 'draw' and proof.start_day <= ${today}::date and proof.due_day > ${today}::date
    order by proof.start_day, proof.id limit 50`.execute(db.tx);
  return rows;
}

export interface ToJudge {
  readonly mandateId: string;
  readonly proofId: string;
  readonly title: string;
  readonly verdict: ProofVerdict;
  readonly direction: 'up' | 'down';
}

/** Mandates that are done and whose proof has its verdict. */
export async function mandatesToJudge(db: Scoped): Promise<readonly ToJudge[]> {
  const { rows } = await sql<ToJudge>`
    select mandate.id as "mandateId", proof.id as "proofId", proof.title, proof.verdict,
      proof.expects ->> 'direction' as direction
    from mandate join proof on proof.workspace_id = mandate.workspace_id and proof.id = mandate.proof_id
    where mandate.workspace_id = ${db.scope.workspaceId} and mandate.state = 'done' and proof.verdict is not null
      and proof.withdrawn_at is null`.execute(db.tx);
  return rows;
}

export type { Outcome, Proof, ProofVerdict, Told } from './model.ts';
