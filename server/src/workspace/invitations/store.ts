import type { Scoped } from '#platform/db/index.ts';
import type { Invitation, Preview } from './model.ts';

export async function insertInvitation(db: Scoped, one: Invitation): Promise<void> {
  await db.tx
    .insertInto('invitation')
    .values({
      workspace_id: db.scope.workspaceId,
      id: one.id,
      email: one.email,
      functions: [...one.functions],
      title: one.title ?? null,
      invited_by: one.invitedBy,
      created_at: one.createdAt,
      expires_at: one.expiresAt,
      revoked_at: null,
      accepted_at: null,
      accepted_by: null,
    })
    .execute();
}

/** An invitation that may still be taken up, held until the transaction ends. */
export async function openInvitation(db: Scoped, id: string, now: Date): Promise<Preview | undefined> {
  const row = await db.tx
    .selectFrom('invitation')
    .innerJoin('workspace', 'workspace.id', 'invitation.workspace_id')
    .innerJoin('colleague', (join) =>
      join
        .onRef('colleague.workspace_id', '=', 'invitation.workspace_id')
        .onRef('colleague.id', '=', 'invitation.invited_by'),
    )
    .innerJoin('person', 'person.id', 'colleague.person_id')
    .select(['invitation.id', 'invitation.email', 'invitation.functions', 'invitation.title', 'invitation.invited_by'])
    .select(['invitation.created_at', 'invitation.expires_at', 'workspace.name as workspaceName'])
    .select('person.name as inviterName')
    .where('invitation.workspace_id', '=', db.scope.workspaceId)
    .where('invitation.id', '=', id)
    .where('invitation.revoked_at', 'is', null)
    .where('invitation.accepted_at', 'is', null)
    .where('invitation.expires_at', '>', now)
    .forUpdate('invitation')
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { invited_by: invitedBy, created_at: createdAt, expires_at: expiresAt, title, ...rest } = row;
  return { ...rest, title: title ?? undefined, invitedBy, createdAt, expiresAt };
}

export async function markAccepted(db: Scoped, id: string, colleagueId: string, now: Date): Promise<void> {
  await db.tx
    .updateTable('invitation')
    .set({ accepted_at: now, accepted_by: colleagueId })
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Ids of the invitations revoked: that one, or all those still open to an e-mail. */
export async function revoke(
  db: Scoped,
  which: { readonly id: string } | { readonly email: string },
  now: Date,
): Promise<readonly string[]> {
  const open = db.tx
    .updateTable('invitation')
    .set({ revoked_at: now })
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('revoked_at', 'is', null)
    .where('accepted_at', 'is', null);
  const chosen = 'id' in which ? open.where('id', '=', which.id) : open.where('email', '=', which.email);
  return (await chosen.returning('id').execute()).map(({ id }) => id);
}
