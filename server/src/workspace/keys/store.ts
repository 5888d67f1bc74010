import type { Scoped } from '#platform/db/index.ts';
import type { ApiKey } from './model.ts';

export async function insertKey(db: Scoped, key: ApiKey): Promise<void> {
  await db.tx
    .insertInto('api_key')
    .values({
      workspace_id: db.scope.workspaceId,
      id: key.id,
      name: key.name,
      prefix: key.prefix,
      scopes: [...key.scopes],
      per_minute: key.perMinute,
      created_by: key.createdBy,
      created_at: key.createdAt,
      expires_at: key.expiresAt ?? null,
      last_used_at: null,
      revoked_at: null,
    })
    .execute();
}

/** A key that works at `now`. */
export async function workingKey(db: Scoped, id: string, now: Date): Promise<ApiKey | undefined> {
  const row = await db.tx
    .selectFrom('api_key')
    .selectAll()
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', now)]))
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    scopes: row.scopes,
    perMinute: row.per_minute,
    createdBy: row.created_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at ?? undefined,
    lastUsedAt: row.last_used_at ?? undefined,
  };
}

export async function touchKey(db: Scoped, id: string, now: Date): Promise<void> {
  await db.tx
    .updateTable('api_key')
    .set({ last_used_at: now })
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** False when there is no such key, or it was revoked before. */
export async function revokeKey(db: Scoped, id: string, now: Date): Promise<boolean> {
  const row = await db.tx
    .updateTable('api_key')
    .set({ revoked_at: now })
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
