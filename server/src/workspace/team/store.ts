import type { FunctionName } from '#kernel/actor.ts';
import type { Scoped } from '#platform/db/index.ts';
import type { Colleague, ColleagueChange, HouseTitle, NewColleague } from './model.ts';

/**
 * Gives a person a place in the workspace. Somebody who had left comes back to his former row (its id is answered), with
 * the new functions. Undefined when he has a place already.
 */
export async function insertColleague(db: Scoped, one: NewColleague): Promise<string | undefined> {
  const row = await db.tx
    .insertInto('colleague')
    .values({
      workspace_id: db.scope.workspaceId,
      id: one.id,
      person_id: one.personId,
      functions: [...one.functions],
      title: one.title ?? null,
      joined_at: one.joinedAt,
      left_at: null,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace_id', 'person_id'])
        .doUpdateSet((update) => ({
          functions: update.ref('excluded.functions'),
          title: update.ref('excluded.title'),
          joined_at: update.ref('excluded.joined_at'),
          left_at: null,
          version: update('colleague.version', '+', 1),
        }))
        .where('colleague.left_at', 'is not', null),
    )
    .returning('id')
    .executeTakeFirst();
  if (row === undefined) return undefined;
  await db.tx
    .insertInto('seat')
    .values({ person_id: one.personId, space_id: db.scope.workspaceId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return row.id;
}

/** A colleague who works here now, held until the transaction ends. */
export async function colleagueForUpdate(db: Scoped, id: string): Promise<Colleague | undefined> {
  const row = await db.tx
    .selectFrom('colleague')
    .innerJoin('person', 'person.id', 'colleague.person_id')
    .select(['colleague.id', 'colleague.person_id', 'person.name', 'person.email', 'colleague.functions'])
    .select(['colleague.title', 'colleague.joined_at', 'colleague.version'])
    .where('colleague.workspace_id', '=', db.scope.workspaceId)
    .where('colleague.id', '=', id)
    .where('colleague.left_at', 'is', null)
    .forUpdate('colleague')
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return { ...row, personId: row.person_id, title: row.title ?? undefined, joinedAt: row.joined_at };
}

/** Ids of the admins, held in one order, so that two admins who remove each other at once do not both succeed. */
export async function adminsForUpdate(db: Scoped): Promise<readonly string[]> {
  const rows = await db.tx
    .selectFrom('colleague')
    .select(['id', 'functions'])
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('left_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.filter((row) => row.functions.includes('admin')).map((row) => row.id);
}

export async function updateColleague(db: Scoped, id: string, change: ColleagueChange): Promise<void> {
  await db.tx
    .updateTable('colleague')
    .set((row) => ({
      ...(change.functions === undefined ? {} : { functions: [...change.functions] }),
      ...(change.title === undefined ? {} : { title: change.title }),
      version: row('version', '+', 1),
    }))
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

/** Takes the place away; the row stays, with its name on what was done. */
export async function markLeft(db: Scoped, colleague: Colleague, now: Date): Promise<void> {
  await db.tx
    .updateTable('colleague')
    .set((row) => ({ left_at: now, version: row('version', '+', 1) }))
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', colleague.id)
    .execute();
  await db.tx
    .deleteFrom('seat')
    .where('person_id', '=', colleague.personId)
    .where('space_id', '=', db.scope.workspaceId)
    .execute();
}

export async function titleForUpdate(db: Scoped, id: string): Promise<HouseTitle | undefined> {
  return await db.tx
    .selectFrom('house_title')
    .select(['id', 'name', 'functions', 'version'])
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** False when another title has that name. */
export async function insertTitle(
  db: Scoped,
  title: { readonly id: string; readonly name: string; readonly functions: readonly FunctionName[] },
): Promise<boolean> {
  const row = await db.tx
    .insertInto('house_title')
    .values({ workspace_id: db.scope.workspaceId, id: title.id, name: title.name, functions: [...title.functions] })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'name']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

export async function isTitleTaken(db: Scoped, name: string, exceptId: string): Promise<boolean> {
  const row = await db.tx
    .selectFrom('house_title')
    .select('id')
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('name', '=', name)
    .where('id', '!=', exceptId)
    .executeTakeFirst();
  return row !== undefined;
}

export async function updateTitle(
  db: Scoped,
  id: string,
  next: { readonly name: string; readonly functions: readonly FunctionName[] },
): Promise<void> {
  await db.tx
    .updateTable('house_title')
    .set((row) => ({ name: next.name, functions: [...next.functions], version: row('version', '+', 1) }))
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', id)
    .execute();
}

export async function deleteTitle(db: Scoped, id: string): Promise<void> {
  await db.tx.deleteFrom('house_title').where('workspace_id', '=', db.scope.workspaceId).where('id', '=', id).execute();
}
