import { sql } from 'kysely';
import type { Scoped } from '#platform/db/index.ts';

/** How many texts of others hold the pattern, counted up to `most`. */
export async function countTexts(db: Scoped, pattern: string, most: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select from message where message.workspace_id = ${db.scope.workspaceId} and message.text ~* ${pattern} limit ${most}
    ) as found`.execute(db.tx);
  return rows[0]?.count ?? 0;
}

export interface LiveAccount {
  readonly member_id: string;
  readonly name: string;
  readonly place_id: string;
  readonly external_id: string;
}

/** Every account of somebody who is not erased, with the member it belongs to. */
export async function liveAccounts(db: Scoped): Promise<readonly LiveAccount[]> {
  return await db.tx
    .selectFrom('identity')
    .innerJoin('member', (join) =>
      join.onRef('member.workspace_id', '=', 'identity.workspace_id').onRef('member.id', '=', 'identity.member_id'),
    )
    .select(['identity.member_id', 'member.name', 'identity.place_id', 'identity.external_id'])
    .where('identity.workspace_id', '=', db.scope.workspaceId)
    .where('member.erased_at', 'is', null)
    .execute();
}
