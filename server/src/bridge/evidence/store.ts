import type { Scoped } from '#platform/db/index.ts';
import type { Purpose } from './model.ts';

interface NewEvidence {
  readonly id: string;
  readonly messageId: string;
  readonly threadId: string | null;
  readonly memberId: string;
  readonly placeId: string;
  readonly placeName: string;
  readonly channelName: string;
  readonly authorName: string;
  readonly at: Date | null;
  readonly day: string | null;
  readonly url: string | null;
  readonly text: string;
  readonly language: string;
  readonly addedBy: string;
  readonly addedAt: Date;
}

/** Keeps a message as it stands; answers false when it is evidence there already. */
export async function insertEvidence(db: Scoped, purpose: Purpose, one: NewEvidence): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db.tx
    .insertInto('evidence')
    .values({
      workspace_id: db.scope.workspaceId,
      id: one.id,
      signal_id: 'signalId' in purpose ? purpose.signalId : null,
      counters_id: 'countersId' in purpose ? purpose.countersId : null,
      message_id: one.messageId,
      thread_id: one.threadId,
      member_id: one.memberId,
      place_id: one.placeId,
      place_name: one.placeName,
      channel_name: one.channelName,
      author_name: one.authorName,
      at: one.at,
      day: one.day,
      url: one.url,
      text: one.text,
      language: one.language,
      gone_because: null,
      added_by: one.addedBy,
      added_at: one.addedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Takes an evidence away. */
export async function deleteEvidence(db: Scoped, id: string): Promise<void> {
  await db.tx.deleteFrom('evidence').where('workspace_id', '=', db.scope.workspaceId).where('id', '=', id).execute();
}
