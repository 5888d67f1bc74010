import type { Scoped } from '#platform/db/index.ts';

/** The names of some members. */
export async function namesOf(db: Scoped, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.tx
    .selectFrom('member')
    .select(['member.id', 'member.name'])
    .where('member.workspace_id', '=', db.scope.workspaceId)
    .where('member.id', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
