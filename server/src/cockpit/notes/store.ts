import { sql } from 'kysely';
import type { Scoped } from '#platform/db/index.ts';
import type { Note, NoteDraft, Span } from './model.ts';

const MOST = 500;

/** What people wrote about days of a span, in their order. */
export async function notesIn(db: Scoped, { from, until }: Span): Promise<readonly Note[]> {
  return await db.tx
    .selectFrom('figure_note as note')
    .innerJoin('colleague', (join) =>
      join.onRef('colleague.workspace_id', '=', 'note.workspace_id').onRef('colleague.id', '=', 'note.author_id'),
    )
    .innerJoin('person', 'person.id', 'colleague.person_id')
    .select(['note.id', 'note.text', 'note.version', 'person.name as author'])
    .select(sql<string>`note.day::text`.as('day'))
    .where('note.workspace_id', '=', db.scope.workspaceId)
    .where('note.day', '>=', from)
    .where('note.day', '<', until)
    .orderBy('note.day')
    .orderBy('note.id')
    .limit(MOST)
    .execute();
}

/** Names of places and channels, by id. */
export async function namesOf(
  db: Scoped,
  placeIds: readonly string[],
  channelIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { workspaceId } = db.scope;
  const { rows } = await sql<{ id: string; name: string }>`
    select place.id, place.name from place
    where place.workspace_id = ${workspaceId} and place.state <> 'gone' and place.id = any(${placeIds}::uuid[])
    union all
    select channel.id, channel.name from channel
    where channel.workspace_id = ${workspaceId} and channel.id = any(${channelIds}::uuid[])`.execute(db.tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

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
): Promise<{ readonly day: string; readonly text: string; readonly version: number } | undefined> {
  return await db.tx
    .selectFrom('figure_note')
    .select(['text', 'version', sql<string>`day::text`.as('day')])
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
