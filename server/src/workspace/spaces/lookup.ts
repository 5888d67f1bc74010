import { dayIn } from '#kernel/day.ts';
import type { Scoped } from '#platform/db/index.ts';

/** When this workspace was opened, by the day of its own zone. */
export async function openedOn(db: Scoped): Promise<string> {
  const { zone, created_at } = await db.tx
    .selectFrom('workspace')
    .select(['zone', 'created_at'])
    .where('id', '=', db.scope.workspaceId)
    .executeTakeFirstOrThrow();
  return dayIn(zone, created_at);
}

/** The zone in which this workspace cuts its days, and the language of what nobody chose one for. */
export async function settingsOf(db: Scoped): Promise<{ name: string; zone: string; language: 'fr' | 'en' }> {
  return await db.tx
    .selectFrom('workspace')
    .select(['name', 'zone', 'language'])
    .where('id', '=', db.scope.workspaceId)
    .executeTakeFirstOrThrow();
}
