import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Scoped } from '#platform/db/index.ts';

/** SQL: the few members that are not simply persons who are there, as rows (id, kind, erased_at). */
export function fewMembers({ scope: { workspaceId } }: Scoped): RawBuilder<unknown> {
  return sql`
    select member.id, member.kind, member.erased_at from member
    where member.workspace_id = ${workspaceId} and (member.kind <> 'person' or member.erased_at is not null)`;
}

/**
 * SQL: the accounts of the team, as rows (id, member_id, name), looked up member by member: the team is small, and all
 * accounts are many.
 */
export function staffAccounts({ scope: { workspaceId } }: Scoped): RawBuilder<unknown> {
  return sql`
    select account.id, member.id as member_id, member.name
    from member
    cross join lateral (
      select identity.id from identity where identity.workspace_id = ${workspaceId} and identity.member_id = member.id offset 0
    ) as account
    where member.workspace_id = ${workspaceId} and member.kind = 'staff'`;
}
