import type { Scoped } from '#platform/db/index.ts';

/** The names of some members; null for those who were erased. */
export async function namesOf(db: Scoped, ids: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  if (ids.length === 0) return new Map();
  const rows = await db.tx
    .selectFrom('member')
    .select(['member.id', 'member.name', 'member.erased_at'])
    .where('member.workspace_id', '=', db.scope.workspaceId)
    .where('member.id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, name, erased_at: erasedAt }) => [id, erasedAt === null ? name : null]));
}
