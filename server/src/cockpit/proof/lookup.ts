import { sql } from 'kysely';
import type { Outcome, ProofVerdict, Told } from '#cockpit/proof/judging/lookup.ts';
import type { Window } from '#kernel/window.ts';
import type { Rows, Scoped } from '#platform/db/index.ts';
import { rowsOf } from '#platform/db/index.ts';

/** What came of a proof, for whoever leans on it. */
export interface Evidence {
  readonly id: string;
  readonly title: string;
  readonly figure: string;
  readonly direction: 'up' | 'down';
  readonly dueDay: string;
  readonly isWithdrawn: boolean;
  readonly verdict: ProofVerdict | null;
  readonly of: Outcome['of'] | null;
  readonly told: Told | null;
}

/** What came of one proof; without its id, of every proof that has its verdict, the last one first. */
export async function evidenceOf(db: Scoped, id?: string): Promise<readonly Evidence[]> {
  const which =
    id === undefined ? sql`proof.verdict is not null and proof.withdrawn_at is null` : sql`proof.id = ${id}`;
  const { rows } = await sql<Evidence>`
    select proof.id, proof.title, proof.expects ->> 'figure' as figure, proof.expects ->> 'direction' as direction,
      proof.due_day::text as "dueDay", proof.withdrawn_at is not null as "isWithdrawn", proof.verdict,
      proof.outcome ->> 'of' as of, nullif(proof.outcome -> 'told', 'null'::jsonb) as told
    from proof where proof.workspace_id = ${db.scope.workspaceId} and ${which}
    order by proof.judged_at desc, proof.id limit 200`.execute(db.tx);
  return rows;
}

/** What ended over some days and was to be shown, and how much of it has a verdict. */
export interface ProofCounts {
  readonly finished: number;
  readonly judged: number;
}

/**
 * Actions to be proved that ended from `from` (in) until `until` (out): proofs by the day their verdict was due, and
 * mandates that expect something, were done and have no proof, by the day they ended. A pilot's word is a verdict. One row.
 */
export function proofCounts({ scope: { workspaceId } }: Scoped, { from, until }: Window): Rows<ProofCounts> {
  return rowsOf(sql<ProofCounts>`
    select count(*)::int as finished, count(*) filter (where ended.judged)::int as judged
    from (
      select proof.verdict is not null as judged from proof
      where proof.workspace_id = ${workspaceId} and proof.withdrawn_at is null
        and proof.due_day >= ${from}::date and proof.due_day < ${until}::date
      union all
      select mandate.verdict is not null from mandate
      where mandate.workspace_id = ${workspaceId} and mandate.expects is not null and mandate.proof_id is null
        and mandate.state in ('done', 'judged') and mandate.until_day >= ${from}::date
        and mandate.until_day < ${until}::date
    ) as ended`);
}

export type { ProofVerdict } from '#cockpit/proof/judging/lookup.ts';
