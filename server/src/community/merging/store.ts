import { sql } from 'kysely';
import type { Scoped } from '#platform/db/index.ts';

export interface StoredMerge {
  readonly id: string;
  readonly kept_id: string;
  readonly absorbed_id: string;
  readonly identity_ids: string[];
  readonly affiliation_ids: string[];
  readonly undone_at: Date | null;
}

/** Moves what belongs to one member to another; answers the ids of what moved. */
export async function moveBelongings(
  db: Scoped,
  fromId: string,
  toId: string,
): Promise<{ readonly identityIds: string[]; readonly affiliationIds: string[] }> {
  const { workspaceId } = db.scope;
  const move = async (table: 'identity' | 'affiliation'): Promise<string[]> => {
    const rows = await db.tx
      .updateTable(table)
      .set({ member_id: toId })
      .where('workspace_id', '=', workspaceId)
      .where('member_id', '=', fromId)
      .returning('id')
      .execute();
    return rows.map((row) => row.id);
  };
  return { identityIds: await move('identity'), affiliationIds: await move('affiliation') };
}

/** Sets or clears where a member was merged into. */
export async function setMergedInto(db: Scoped, memberId: string, into: string | null): Promise<void> {
  await db.tx
    .updateTable('member')
    .set((eb) => ({ merged_into: into, version: eb('version', '+', 1) }))
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', memberId)
    .execute();
}

export async function insertMerge(
  db: Scoped,
  merge: Omit<StoredMerge, 'undone_at'> & { readonly reason: string; readonly merged_at: Date },
): Promise<void> {
  await db.tx
    .insertInto('member_merge')
    .values({ workspace_id: db.scope.workspaceId, undone_at: null, ...merge })
    .execute();
}

/** The merge, locked for this transaction. */
export async function lockMerge(db: Scoped, mergeId: string): Promise<StoredMerge | undefined> {
  return await db.tx
    .selectFrom('member_merge')
    .select(['id', 'kept_id', 'absorbed_id', 'identity_ids', 'affiliation_ids', 'undone_at'])
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', mergeId)
    .forUpdate()
    .executeTakeFirst();
}

/** Gives back what a merge moved, as far as it still stands where it was moved to; answers how many identities came back. */
export async function giveBack(db: Scoped, merge: StoredMerge): Promise<number> {
  const { workspaceId } = db.scope;
  const { numUpdatedRows } = await db.tx
    .updateTable('identity')
    .set({ member_id: merge.absorbed_id })
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', merge.kept_id)
    .where('id', '=', sql<string>`any(${merge.identity_ids}::uuid[])`)
    .executeTakeFirst();
  await db.tx
    .updateTable('affiliation')
    .set({ member_id: merge.absorbed_id })
    .where('workspace_id', '=', workspaceId)
    .where('member_id', '=', merge.kept_id)
    .where('id', '=', sql<string>`any(${merge.affiliation_ids}::uuid[])`)
    .execute();
  return Number(numUpdatedRows);
}

export async function markUndone(db: Scoped, mergeId: string, at: Date): Promise<void> {
  await db.tx
    .updateTable('member_merge')
    .set({ undone_at: at })
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', mergeId)
    .execute();
}

/** Remembers that two members are not the same; saying it twice changes nothing. */
export async function insertRefusal(db: Scoped, a: string, b: string): Promise<void> {
  await db.tx
    .insertInto('merge_refusal')
    .values({ workspace_id: db.scope.workspaceId, member_a: a, member_b: b })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
