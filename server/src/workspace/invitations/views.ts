import type { Scoped } from '#platform/db/index.ts';
import type { Invitation } from './model.ts';

/** Invitations that wait for an answer, newest first; those past their end are told until they are taken away. */
export async function openInvitations(db: Scoped): Promise<readonly (Invitation & { inviterName: string })[]> {
  const rows = await db.tx
    .selectFrom('invitation')
    .innerJoin('colleague', (join) =>
      join
        .onRef('colleague.workspace_id', '=', 'invitation.workspace_id')
        .onRef('colleague.id', '=', 'invitation.invited_by'),
    )
    .innerJoin('person', 'person.id', 'colleague.person_id')
    .select(['invitation.id', 'invitation.email', 'invitation.functions', 'invitation.title', 'invitation.invited_by'])
    .select(['invitation.created_at', 'invitation.expires_at', 'person.name as inviterName'])
    .where('invitation.workspace_id', '=', db.scope.workspaceId)
    .where('invitation.revoked_at', 'is', null)
    .where('invitation.accepted_at', 'is', null)
    .orderBy('invitation.id', 'desc')
    .limit(200)
    .execute();
  return rows.map(({ invited_by: invitedBy, created_at: createdAt, expires_at: expiresAt, title, ...rest }) => ({
    ...rest,
    title: title ?? undefined,
    invitedBy,
    createdAt,
    expiresAt,
  }));
}
