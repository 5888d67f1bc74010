import { sql } from 'kysely';
import type { Scoped } from '#platform/db/index.ts';

/**
 * Waits until no batch of an import is being written in this workspace, and holds the next ones until this transaction
 * ends: whoever erases a person would otherwise not see the words of his that a batch is just bringing in.
 */
export async function holdImports(db: Scoped): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`erasure ${db.scope.workspaceId}`}, 0))`.execute(db.tx);
}
