import type { Scoped } from '#platform/db/index.ts';

/** How many places there are that one could begin in one after the other. */
export async function livePlaces(db: Scoped): Promise<number> {
  const { n } = await db.tx
    .selectFrom('place')
    .select((row) => row.fn.countAll<bigint>().as('n'))
    .where('place.workspace_id', '=', db.scope.workspaceId)
    .where('place.state', '<>', 'gone')
    .executeTakeFirstOrThrow();
  return Number(n);
}
