import { sql } from 'kysely';
import type { Scoped } from '#platform/db/index.ts';
import type { Colleague, HouseTitle } from './model.ts';

/** Who works here now, by name. Teams are small: no pages. */
export async function teamPage(db: Scoped): Promise<readonly Colleague[]> {
  const rows = await db.tx
    .selectFrom('colleague')
    .innerJoin('person', 'person.id', 'colleague.person_id')
    .select(['colleague.id', 'colleague.person_id', 'person.name', 'person.email', 'colleague.functions'])
    .select(['colleague.title', 'colleague.joined_at', 'colleague.version'])
    .where('colleague.workspace_id', '=', db.scope.workspaceId)
    .where('colleague.left_at', 'is', null)
    .orderBy(sql`person.name collate "fr-x-icu"`)
    .orderBy('colleague.id')
    .limit(1_000)
    .execute();
  return rows.map((row) => ({
    ...row,
    personId: row.person_id,
    title: row.title ?? undefined,
    joinedAt: row.joined_at,
  }));
}

export async function titlesPage(db: Scoped): Promise<readonly HouseTitle[]> {
  return await db.tx
    .selectFrom('house_title')
    .select(['id', 'name', 'functions', 'version'])
    .where('workspace_id', '=', db.scope.workspaceId)
    .orderBy(sql`name collate "fr-x-icu"`)
    .limit(200)
    .execute();
}
