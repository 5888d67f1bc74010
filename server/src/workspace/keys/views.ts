import type { Scoped } from '#platform/db/index.ts';
import type { ApiKey } from './model.ts';

/** Keys that were not revoked, newest first, with who made them. */
export async function keysPage(db: Scoped): Promise<readonly (ApiKey & { authorName: string })[]> {
  const rows = await db.tx
    .selectFrom('api_key')
    .innerJoin('colleague', (join) =>
      join
        .onRef('colleague.workspace_id', '=', 'api_key.workspace_id')
        .onRef('colleague.id', '=', 'api_key.created_by'),
    )
    .innerJoin('person', 'person.id', 'colleague.person_id')
    .selectAll('api_key')
    .select('person.name as authorName')
    .where('api_key.workspace_id', '=', db.scope.workspaceId)
    .where('api_key.revoked_at', 'is', null)
    .orderBy('api_key.id', 'desc')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    scopes: row.scopes,
    perMinute: row.per_minute,
    createdBy: row.created_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at ?? undefined,
    lastUsedAt: row.last_used_at ?? undefined,
    authorName: row.authorName,
  }));
}
