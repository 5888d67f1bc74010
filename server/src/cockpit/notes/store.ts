import { sql } from 'kysely';
import type { Scoped } from '#platform/db/index.ts';
import type { NoteDraft } from './model.ts';

export interface NewNote extends NoteDraft {
  readonly id: string;
  readonly authorId: string;
  readonly at: Date;
}

export async function insertNote(db: Scoped, { id, day, text, authorId, at }: NewNote): Promise<void> {
  await db.tx
    .insertInto('figure_note')
    .values({ workspace_id: db.scope.workspaceId, id, day, text, author_id: authorId, created_at: at })
    .execute();
}

/** A note, held until this transaction ends. */
export async function noteForUpdate(
  db: Scoped,
  id: string,
): Promise<{ readonly day: string; readonly version: number } | undefined> {
  return await db.tx
    .selectFrom('figure_note')
    .select(['version', sql<string>`day::text`.as('day')])
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function updateNote(db: Scoped, id: string, { day, text }: NoteDraft): Promise<void> {
  await db.tx
    .updateTable('figure_note')
    .set((row) => ({ day, text, version: row('version', '+', 1) }))
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function deleteNote(db: Scoped, id: string): Promise<void> {
  await db.tx.deleteFrom('figure_note').where('workspace_id', '=', db.scope.workspaceId).where('id', '=', id).execute();
}
