import type { Scoped } from '#platform/db/index.ts';
import type { Version } from './model.ts';

/** Keeps a version; false where somebody kept one of that number meanwhile. */
export async function insertVersion(db: Scoped, { number, sheet, why, by, at }: Version): Promise<boolean> {
  const kept = await db.tx
    .insertInto('value_version')
    .values({
      workspace_id: db.scope.workspaceId,
      number,
      sheet: JSON.stringify(sheet),
      why,
      made_by: by,
      made_at: at,
    })
    .onConflict((on) => on.columns(['workspace_id', 'number']).doNothing())
    .returning('number')
    .executeTakeFirst();
  return kept !== undefined;
}

export interface NewReview {
  readonly id: string;
  readonly number: number;
  readonly note: string | null;
  readonly by: string;
  readonly at: Date;
}

export async function insertReview(db: Scoped, { id, number, note, by, at }: NewReview): Promise<void> {
  await db.tx
    .insertInto('value_review')
    .values({ workspace_id: db.scope.workspaceId, id, number, note, reviewed_by: by, reviewed_at: at })
    .execute();
}
