import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Gives } from '@passerelle/kit';
import type { Scoped } from '#platform/db/index.ts';
import type { NewPlace, StoredPlace } from './model.ts';

/** The place's row, locked for this transaction; undefined when this workspace has none of that id, or it is going. */
export async function lockPlace(db: Scoped, placeId: string): Promise<StoredPlace | undefined> {
  return await db.tx
    .selectFrom('place')
    .select(['id', 'name', 'connector', 'language', 'state', 'version'])
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', placeId)
    .where('state', '<>', 'gone')
    .forUpdate()
    .executeTakeFirst();
}

/** A place of which nothing but the name is known yet; false when the name is taken. */
export async function insertPlace(db: Scoped, place: NewPlace): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db.tx
    .insertInto('place')
    .values({
      workspace_id: db.scope.workspaceId,
      id: place.id,
      connector: '',
      name: place.name,
      language: place.language,
      gives: '{}',
      state: 'half_set_up',
      created_at: place.createdAt,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'name']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Says what kind of place it is, once its first export is recognised. */
export async function connectPlace(db: Scoped, placeId: string, connector: string, gives: Gives): Promise<void> {
  await db.tx
    .updateTable('place')
    .set((eb) => ({ connector, gives: JSON.stringify(gives), state: 'connected', version: eb('version', '+', 1) }))
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', placeId)
    .execute();
}

export async function isNameTaken(db: Scoped, name: string, except: string): Promise<boolean> {
  const row = await db.tx
    .selectFrom('place')
    .select('id')
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('name', '=', name)
    .where('id', '<>', except)
    .executeTakeFirst();
  return row !== undefined;
}

/** The id of the place of that name, if there is one. */
export async function placeNamed(db: Scoped, name: string): Promise<string | undefined> {
  const row = await db.tx
    .selectFrom('place')
    .select('id')
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('name', '=', name)
    .executeTakeFirst();
  return row?.id;
}

/** The same, of a place into which nothing came and for which no file is under way: its name may be used again. */
export async function unusedPlaceNamed(db: Scoped, name: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select place.id from place
    where place.workspace_id = ${db.scope.workspaceId} and place.name = ${name} and place.state = 'half_set_up' and not exists (
      select from import_run where import_run.workspace_id = place.workspace_id and import_run.place_id = place.id
        and import_run.finished_at is null)`.execute(db.tx);
  return rows[0]?.id;
}

/** What the facts of a place show of each thing it may give. A single bare day means that hours are not given: none is invented. */
const SHOWN = {
  threads: sql`exists (select from message where message.workspace_id = place.workspace_id and message.place_id = place.id and message.thread_id is not null)`,
  replies: sql`exists (select from message where message.workspace_id = place.workspace_id and message.place_id = place.id
    and (message.thread_id is not null or message.reply_to_id is not null))`,
  hours: sql`not exists (select from message where message.workspace_id = place.workspace_id and message.place_id = place.id and message.at is null)`,
  reactions: sql`exists (select from reaction where reaction.workspace_id = place.workspace_id and reaction.place_id = place.id)`,
  personIds: sql`not exists (select from identity where identity.workspace_id = place.workspace_id and identity.place_id = place.id
    and identity.keyed_by = 'name')`,
  staff: sql`exists (select from identity where identity.workspace_id = place.workspace_id and identity.place_id = place.id
    and identity.declared_role = 'staff')`,
  silentMembers: sql`exists (select from identity where identity.workspace_id = place.workspace_id and identity.place_id = place.id
    and identity.message_count = 0)`,
  originalLinks: sql`exists (select from message where message.workspace_id = place.workspace_id and message.place_id = place.id and message.url is not null)`,
} as const satisfies Readonly<Record<keyof Gives, RawBuilder<unknown>>>;

/** Says anew which of these things a place gives, from all that was read there so far; writes only what differs. */
export async function tellGifts(db: Scoped, placeId: string, gifts: readonly (keyof Gives)[]): Promise<void> {
  if (gifts.length === 0) return;
  const pairs = gifts.map((gift) => sql`${gift}::text, ${SHOWN[gift]}`);
  await sql`
    update place set gives = found.gives
    from (select place.id, place.gives || jsonb_build_object(${sql.join(pairs)}) as gives
      from place where place.workspace_id = ${db.scope.workspaceId} and place.id = ${placeId}) as found
    where place.workspace_id = ${db.scope.workspaceId} and place.id = found.id and place.gives <> found.gives`.execute(
    db.tx,
  );
}

/** A place of which nothing could be read may still become one of another kind. */
export async function disconnectEmptyPlace(db: Scoped, placeId: string): Promise<void> {
  await sql`
    update place set connector = '', gives = '{}', state = 'half_set_up', version = version + 1
    where place.workspace_id = ${db.scope.workspaceId} and place.id = ${placeId} and place.state = 'connected'
      and not exists (select from raw where raw.workspace_id = place.workspace_id and raw.place_id = place.id)
      and not exists (select from import_run where import_run.workspace_id = place.workspace_id
        and import_run.place_id = place.id and import_run.finished_at is null)`.execute(db.tx);
}

export async function updatePlace(
  db: Scoped,
  placeId: string,
  change: {
    readonly name?: string;
    readonly language?: StoredPlace['language'];
    readonly state?: StoredPlace['state'];
  },
): Promise<void> {
  await db.tx
    .updateTable('place')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('id', '=', placeId)
    .execute();
}

/** Takes away a place that never came to anything: half set up, and no run points to it. */
export async function dropUnusedPlace(db: Scoped, placeId: string): Promise<void> {
  await sql`
    delete from place where place.workspace_id = ${db.scope.workspaceId} and place.id = ${placeId} and place.state = 'half_set_up'
      and not exists (select from import_run where import_run.workspace_id = place.workspace_id and import_run.place_id = place.id)`.execute(
    db.tx,
  );
}

/** Ends the imports of a place; whoever reads one notices at its next batch. */
export async function cancelRuns(db: Scoped, placeId: string, at: Date): Promise<void> {
  await db.tx
    .updateTable('import_run')
    .set((eb) => ({ state: 'cancelled', finished_at: at, version: eb('version', '+', 1) }))
    .where('workspace_id', '=', db.scope.workspaceId)
    .where('place_id', '=', placeId)
    .where('state', 'in', ['uploading', 'choosing', 'waiting', 'reading'])
    .execute();
}

/**
 * Deletes a place with everything that came from it, in one statement whose foreign keys do the rest, and the members
 * who have no account anywhere else and take no part in a merge.
 */
export async function deletePlace(db: Scoped, placeId: string): Promise<void> {
  const { workspaceId } = db.scope;
  await sql`set local statement_timeout = 0`.execute(db.tx);
  await sql`select pg_advisory_xact_lock(hashtextextended(${`place ${placeId}`}, 0))`.execute(db.tx);
  const { rows } = await sql<{ id: string }>`
    select distinct identity.member_id as id from identity
    where identity.workspace_id = ${workspaceId} and identity.place_id = ${placeId}`.execute(db.tx);
  await sql`delete from place where place.workspace_id = ${workspaceId} and place.id = ${placeId}`.execute(db.tx);
  await sql`
    delete from member
    where member.workspace_id = ${workspaceId} and member.id = any(${rows.map((row) => row.id)}::uuid[]) and member.merged_into is null
      and not exists (select from identity where identity.workspace_id = ${workspaceId} and identity.member_id = member.id)
      and not exists (select from member as absorbed where absorbed.workspace_id = ${workspaceId} and absorbed.merged_into = member.id)
      and not exists (select from member_merge as merge where merge.workspace_id = ${workspaceId} and member.id in (merge.kept_id, merge.absorbed_id))`.execute(
    db.tx,
  );
}
