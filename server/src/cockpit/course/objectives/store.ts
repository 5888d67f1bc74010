import type { Scoped } from '#platform/db/index.ts';
import type { Objective, ObjectiveWords } from './model.ts';

type New = ObjectiveWords & Pick<Objective, 'id' | 'madeAt'> & { readonly madeBy: string };

export async function insertObjective(db: Scoped, { id, madeBy, madeAt, ...words }: New): Promise<void> {
  await db.tx
    .insertInto('objective')
    .values({ workspace_id: db.scope.workspaceId, id, made_by: madeBy, made_at: madeAt, ...columnsOf(words) })
    .execute();
}

/** Writes an objective as it is to be and counts its version up. */
export async function updateObjective(db: Scoped, objective: Objective): Promise<void> {
  const { id, state, why, liveAt, endedAt } = objective;
  await db.tx
    .updateTable('objective')
    .set((row) => ({
      ...columnsOf(objective),
      state,
      why,
      live_at: liveAt,
      ended_at: endedAt,
      version: row('version', '+', 1),
    }))
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

function columnsOf({ title, reason, kind, ownKind, sponsorId, ownerId, horizon }: ObjectiveWords) {
  return { title, reason, kind, own_kind: ownKind, sponsor_id: sponsorId, owner_id: ownerId, horizon };
}
