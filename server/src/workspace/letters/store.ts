import type { Scoped } from '#platform/db/index.ts';
import type { Claimed, NewLetter } from './model.ts';

/** Keeps a letter to be sent; false when one of that key was written before. */
export async function insertLetter(db: Scoped, id: string, letter: NewLetter, at: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db.tx
    .insertInto('letter')
    .values({
      workspace_id: db.scope.workspaceId,
      id,
      key: letter.key,
      recipient: letter.recipient,
      subject: letter.subject,
      body: letter.body,
      door_kind: letter.door?.kind ?? null,
      door_object: letter.door?.objectId ?? null,
      made_at: at,
      sent_at: null,
      problem: null,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'key']).doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows ?? 0) > 0;
}

/** Takes a letter that waits into one's hands; undefined when it does not wait. */
export async function claimLetter(db: Scoped, id: string): Promise<Claimed | undefined> {
  return await db.tx
    .updateTable('letter')
    .set((row) => ({ state: 'sending', tries: row('tries', '+', 1) }))
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .returning(['id', 'recipient', 'subject', 'body', 'door_kind as doorKind', 'door_object as doorObject'])
    .executeTakeFirst();
}

interface Fate {
  readonly state: 'waiting' | 'sent' | 'failed';
  readonly sentAt?: Date;
  readonly problem?: string;
}

/** Says what became of a letter that was being sent; nothing where it is not. */
export async function settleLetter(db: Scoped, id: string, { state, sentAt, problem }: Fate): Promise<void> {
  await db.tx
    .updateTable('letter')
    .set({ state, sent_at: sentAt ?? null, problem: problem ?? null })
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', id)
    .where('state', '=', 'sending')
    .execute();
}

export async function setDigest(db: Scoped, colleagueId: string, digest: boolean): Promise<void> {
  await db.tx
    .updateTable('colleague')
    .set({ digest })
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', colleagueId)
    .execute();
}
