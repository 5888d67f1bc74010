import type { Scoped } from '#platform/db/index.ts';
import type { Signal, Sorted } from './model.ts';

export async function insertSignal(
  db: Scoped,
  {
    id,
    kind,
    line,
    mandateId,
    raisedBy,
    raisedAt,
  }: Omit<Signal, 'state' | 'insightId' | 'why' | 'version'> & { readonly mandateId: string | null },
): Promise<void> {
  await db.tx
    .insertInto('signal')
    .values({
      workspace_id: db.scope.workspaceId,
      id,
      kind,
      line,
      raised_by: raisedBy,
      raised_at: raisedAt,
      insight_id: null,
      why: null,
      mandate_id: mandateId,
      sorted_by: null,
      sorted_at: null,
    })
    .execute();
}

/** Writes what sorting made of a signal and counts its version up. */
export async function updateSorted(
  db: Scoped,
  id: string,
  { state, insightId, why }: Sorted,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<void> {
  await db.tx
    .updateTable('signal')
    .set((row) => ({
      state,
      insight_id: insightId,
      why,
      sorted_by: state === 'raised' ? null : by,
      sorted_at: state === 'raised' ? null : at,
      version: row('version', '+', 1),
    }))
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Gives the signals of an insight back to be sorted again; answers which, and their versions. */
export async function releaseSignals(
  db: Scoped,
  insightId: string,
): Promise<readonly { readonly id: string; readonly version: number }[]> {
  return await db.tx
    .updateTable('signal')
    .set((row) => ({
      state: 'raised',
      insight_id: null,
      sorted_by: null,
      sorted_at: null,
      version: row('version', '+', 1),
    }))
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('insight_id', '=', insightId)
    .returning(['id', 'version'])
    .execute();
}

/** The signal and its evidence are gone; the record keeps that they were there. */
export async function deleteSignal(db: Scoped, id: string): Promise<void> {
  await db.tx.deleteFrom('signal').where('workspace_id', '=', db.scope.workspaceId).where('id', '=', id).execute();
}
