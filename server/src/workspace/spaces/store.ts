import { sql } from 'kysely';
import type { Database, Scoped } from '#platform/db/index.ts';
import type { Space, SpaceChange } from './model.ts';

type Installation = Database['installation'];

const COLUMNS = ['workspace.id', 'workspace.slug', 'workspace.name', 'workspace.zone', 'workspace.language'] as const;

/** Writes the workspace of this scope; false when the slug is taken. */
export async function insertSpace(db: Scoped, space: Omit<Space, 'id'>, createdAt: Date): Promise<boolean> {
  const row = await db.tx
    .insertInto('workspace')
    .values({
      id: db.scope.workspaceId,
      slug: space.slug,
      name: space.name,
      zone: space.zone,
      language: space.language,
      is_demo: space.isDemo,
      created_at: createdAt,
    })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function spaceForUpdate(db: Scoped): Promise<Space | undefined> {
  const row = await db.tx
    .selectFrom('workspace')
    .select([...COLUMNS, 'workspace.is_demo as isDemo'])
    .where('id', '=', db.scope.workspaceId)
    .forUpdate()
    .executeTakeFirst();
  return row;
}

export async function updateSpace(db: Scoped, change: SpaceChange): Promise<void> {
  await db.tx.updateTable('workspace').set(change).where('id', '=', db.scope.workspaceId).execute();
}

export async function spaceBySlug(db: Installation, slug: string): Promise<Space | undefined> {
  return await db
    .selectFrom('workspace')
    .select([...COLUMNS, 'workspace.is_demo as isDemo'])
    .where('slug', '=', slug)
    .executeTakeFirst();
}

/** Every workspace a person has a place in, by name. What he may do there is behind each one's wall. */
export async function spacesOf(db: Installation, personId: string): Promise<readonly Space[]> {
  return await db
    .selectFrom('seat')
    .innerJoin('workspace', 'workspace.id', 'seat.space_id')
    .select([...COLUMNS, 'workspace.is_demo as isDemo'])
    .where('seat.person_id', '=', personId)
    .orderBy(sql`workspace.name collate "fr-x-icu"`)
    .orderBy('workspace.id')
    .execute();
}
