import { sql } from 'kysely';
import type { Rows, Scoped } from '#platform/db/index.ts';
import { rowsOf } from '#platform/db/index.ts';
import { KIND } from './model.ts';

/** The links of an insight that open now, the newest first, to be read with other things. */
export function openLinks(db: Scoped, insightId: string, now: Date): Rows<{ readonly expiresAt: Date }> {
  return rowsOf(
    sql<{ expiresAt: Date }>`
      select decide_link.expires_at as "expiresAt" from decide_link
      where decide_link.workspace_id = ${db.scope.workspaceId} and decide_link.insight_id = ${insightId}
        and decide_link.used_at is null and decide_link.revoked_at is null and decide_link.expires_at > ${now}
      order by decide_link.made_at desc`,
    'expiresAt',
  );
}

/** The link of an insight that opens now, the newest; undefined when there is none. */
export async function openLinkOf(
  db: Scoped,
  insightId: string,
  now: Date,
): Promise<{ readonly kind: string; readonly id: string; readonly expiresAt: Date } | undefined> {
  const row = await db.tx
    .selectFrom('decide_link')
    .select(['decide_link.id', 'decide_link.expires_at as expiresAt'])
    .where('decide_link.workspace_id', '=', db.scope.workspaceId)
    .where('decide_link.insight_id', '=', insightId)
    .where('decide_link.used_at', 'is', null)
    .where('decide_link.revoked_at', 'is', null)
    .where('decide_link.expires_at', '>', now)
    .orderBy('decide_link.made_at', 'desc')
    .executeTakeFirst();
  return row === undefined ? undefined : { kind: KIND, ...row };
}
