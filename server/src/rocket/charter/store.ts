import type { Scoped } from '#platform/db/index.ts';
import type { Holding } from './model.ts';

type Who = Pick<Holding, 'responsibility' | 'function' | 'colleagueId'>;

/** The letter somebody has in a line, null without one; whoever writes lines of the charter waits for whoever does already. */
export async function letterForUpdate(db: Scoped, who: Who): Promise<Holding['letter'] | null> {
  await lockCharter(db);
  const row = await one(db, who).select('charter_holding.letter').executeTakeFirst();
  return row?.letter ?? null;
}

/** Lines are few and written rarely: one at a time, the first ones included. */
export async function lockCharter(db: Scoped): Promise<void> {
  await db.tx
    .selectFrom('workspace')
    .select('workspace.id')
    .where('workspace.id', '=', db.scope.workspaceId)
    .forNoKeyUpdate()
    .execute();
}

function one(db: Scoped, { responsibility, function: name, colleagueId }: Who) {
  return db.tx
    .selectFrom('charter_holding')
    .where('charter_holding.workspace_id', '=', db.scope.workspaceId)
    .where('charter_holding.responsibility', '=', responsibility)
    .where('charter_holding.function', 'is not distinct from', name)
    .where('charter_holding.colleague_id', 'is not distinct from', colleagueId);
}

interface Written extends Holding {
  readonly id: string;
  readonly setBy: string;
  readonly setAt: Date;
}

export async function putHoldings(db: Scoped, holdings: readonly Written[]): Promise<void> {
  if (holdings.length === 0) return;
  await db.tx
    .insertInto('charter_holding')
    .values(
      holdings.map(({ id, responsibility, function: name, colleagueId, letter, setBy, setAt }) => ({
        workspace_id: db.scope.workspaceId,
        id,
        responsibility,
        function: name,
        colleague_id: colleagueId,
        letter,
        set_by: setBy,
        set_at: setAt,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['workspace_id', 'responsibility', 'function', 'colleague_id']).doUpdateSet((row) => ({
        letter: row.ref('excluded.letter'),
        set_by: row.ref('excluded.set_by'),
        set_at: row.ref('excluded.set_at'),
      })),
    )
    .execute();
}

export async function deleteHolding(db: Scoped, { responsibility, function: name, colleagueId }: Who): Promise<void> {
  await db.tx
    .deleteFrom('charter_holding')
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('responsibility', '=', responsibility)
    .where('function', 'is not distinct from', name)
    .where('colleague_id', 'is not distinct from', colleagueId)
    .execute();
}
