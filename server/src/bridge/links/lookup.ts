import type { Scoped } from '#platform/db/index.ts';
import { KIND } from './model.ts';

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
