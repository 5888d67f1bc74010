import type { Rows, Scoped } from '#platform/db/index.ts';
import { read, rowsOf, toldAs } from '#platform/db/index.ts';
import type { OwnBounds } from './model.ts';

/** The bounds that were set, to be read with other things. */
export function ownBounds({ scope, tx }: Scoped): Rows<OwnBounds> {
  const rows = tx
    .selectFrom('check_threshold')
    .selectAll('check_threshold')
    .where('check_threshold.workspace_id', '=', scope.workspaceId);
  return toldAs(rowsOf(rows, 'set_at'), (row) => ({
    indicator: row.indicator,
    inPlace: row.in_place,
    missing: row.missing,
    why: row.why,
    setBy: row.set_by,
    setAt: row.set_at,
    version: row.version,
  }));
}

/** The bounds set for one indicator; two changes of it wait for one another, the first one ever included. */
export async function ownBoundsForUpdate(db: Scoped, indicator: string): Promise<OwnBounds | undefined> {
  await db.tx
    .selectFrom('workspace')
    .select('workspace.id')
    .where('workspace.id', '=', db.scope.workspaceId)
    .forNoKeyUpdate()
    .execute();
  return (await read(db, ownBounds(db))).find((one) => one.indicator === indicator);
}

export async function putBounds(db: Scoped, bounds: OwnBounds): Promise<void> {
  const { indicator, inPlace, missing, why, setBy, setAt, version } = bounds;
  const said = { in_place: inPlace, missing, why, set_by: setBy, set_at: setAt, version };
  await db.tx
    .insertInto('check_threshold')
    .values({ workspace_id: db.scope.workspaceId, indicator, ...said })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'indicator']).doUpdateSet(said))
    .execute();
}

export async function deleteBounds(db: Scoped, indicator: string): Promise<void> {
  await db.tx
    .deleteFrom('check_threshold')
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('indicator', '=', indicator)
    .execute();
}

/** Keeps the check of a month as it was said then; one that is kept already stays as it is. */
export async function keepMonth(db: Scoped, month: string, takenAt: Date, answer: object): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db.tx
    .insertInto('check_month')
    .values({ workspace_id: db.scope.workspaceId, month, taken_at: takenAt, answer: JSON.stringify(answer) })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'month']).doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}
