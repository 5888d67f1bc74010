import { sql } from 'kysely';
import type { Scoped } from '#platform/db/index.ts';

/** Proofs without a mandate that begin on a day from `from` (in) until `until` (out); those withdrawn left out. */
export async function proofsBetween(
  db: Scoped,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<readonly { readonly id: string; readonly title: string; readonly startDay: string }[]> {
  return await db.tx
    .selectFrom('proof')
    .select(['proof.id', 'proof.title', sql<string>`proof.start_day::text`.as('startDay')])
    .where('proof.workspace_id', '=', db.scope.workspaceId)
    .where('proof.mandate_id', 'is', null)
    .where('proof.withdrawn_at', 'is', null)
    .where('proof.start_day', '>=', from)
    .where('proof.start_day', '<', until)
    .orderBy('proof.start_day')
    .orderBy('proof.id')
    .execute();
}
