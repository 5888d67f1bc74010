import { sql } from 'kysely';
import type { Scoped } from '#platform/db/index.ts';

/** How many texts of others hold the pattern, counted up to `most`. */
export async function countTexts(db: Scoped, pattern: string, most: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select from message where message.workspace_id = ${db.scope.workspaceId} and message.text ~* ${pattern} limit ${most}
    ) as found`.execute(db.tx);
  return rows[0]?.count ?? 0;
}
