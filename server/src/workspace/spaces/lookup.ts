import type { Scoped } from '#platform/db/index.ts';

/** The zone in which this workspace cuts its days, and the language of what nobody chose one for. */
export async function settingsOf(db: Scoped): Promise<{ name: string; zone: string; language: 'fr' | 'en' }> {
  return await db.tx
    .selectFrom('workspace')
    .select(['name', 'zone', 'language'])
    .where('id', '=', db.scope.workspaceId)
    .executeTakeFirstOrThrow();
}
