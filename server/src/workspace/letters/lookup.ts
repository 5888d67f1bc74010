import type { Scoped } from '#platform/db/index.ts';

/** Whether this colleague wants the weekly letter; undefined when he is no longer here. */
export async function wantsDigest(db: Scoped, colleagueId: string): Promise<boolean | undefined> {
  const row = await db.tx
    .selectFrom('colleague')
    .select('colleague.digest')
    .where('colleague.workspace_id', '=', db.scope.workspaceId)
    .where('colleague.id', '=', colleagueId)
    .executeTakeFirst();
  return row?.digest;
}

/** How many letters could not be sent since that moment. */
export async function failedLetters(db: Scoped, since: Date): Promise<number> {
  const row = await db.tx
    .selectFrom('letter')
    .select(({ fn }) => fn.countAll<string>().as('n'))
    .where('letter.workspace_id', '=', db.scope.workspaceId)
    .where('letter.state', '=', 'failed')
    .where('letter.made_at', '>=', since)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

/** Whether a letter of that key was written before. */
export async function isWritten(db: Scoped, key: string): Promise<boolean> {
  const row = await db.tx
    .selectFrom('letter')
    .select('letter.id')
    .where('letter.workspace_id', '=', db.scope.workspaceId)
    .where('letter.key', '=', key)
    .executeTakeFirst();
  return row !== undefined;
}
