import type { Rows, Scoped } from '#platform/db/index.ts';
import { rowsOf } from '#platform/db/index.ts';
import type { Objective } from './model.ts';

export { isOver } from './rules.ts';
export type { Objective } from './model.ts';

/** Every objective, by horizon. */
export function objectives(db: Scoped): Rows<Objective> {
  return rowsOf(chosen(db).orderBy('objective.horizon').orderBy('objective.id'), 'madeAt', 'liveAt', 'endedAt');
}

/** The one of that id, to be read together with other things. */
export function objectiveRow(db: Scoped, id: string): Rows<Objective> {
  return rowsOf(chosen(db).where('objective.id', '=', id), 'madeAt', 'liveAt', 'endedAt');
}

export async function objectiveById(db: Scoped, id: string): Promise<Objective | undefined> {
  return await chosen(db).where('objective.id', '=', id).executeTakeFirst();
}

/** The same, held until this transaction ends. */
export async function objectiveForUpdate(db: Scoped, id: string): Promise<Objective | undefined> {
  return await chosen(db).where('objective.id', '=', id).forUpdate().executeTakeFirst();
}

function chosen(db: Scoped) {
  return db.tx
    .selectFrom('objective')
    .select(['objective.id', 'objective.title', 'objective.reason', 'objective.kind', 'objective.own_kind as ownKind'])
    .select(['objective.sponsor_id as sponsorId', 'objective.owner_id as ownerId', 'objective.horizon'])
    .select(['objective.state', 'objective.why', 'objective.version', 'objective.made_at as madeAt'])
    .select(['objective.live_at as liveAt', 'objective.ended_at as endedAt'])
    .where('objective.workspace_id', '=', db.scope.workspaceId);
}
