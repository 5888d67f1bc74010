import { sql } from 'kysely';
import type { Scoped } from '#platform/db/index.ts';
import type { Progress } from './model.ts';

export type { Progress } from './model.ts';

/** How far reading is; undefined where it was never asked for. */
export async function progressOf(db: Scoped): Promise<Progress | undefined> {
  const { rows } = await sql<Progress>`
    select asked, done, step, read::int as read, total::int as total, started_at as "startedAt", finished_at as "finishedAt"
    from understanding where understanding.workspace_id = ${db.scope.workspaceId}`.execute(db.tx);
  return rows[0];
}
