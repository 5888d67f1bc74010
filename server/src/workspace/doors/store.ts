import type { Database } from '#platform/db/index.ts';
import type { Door } from './model.ts';

type Installation = Database['installation'];

/** Keeps the hash of a token, in the transaction that makes what it opens. */
export async function putDoor(db: Installation, hash: Buffer, door: Door): Promise<void> {
  await db
    .insertInto('door_token')
    .values({ hash, kind: door.kind, space_id: door.spaceId, object_id: door.objectId })
    .execute();
}

/** Where a token of that kind leads. What is found there decides whether it still opens. */
export async function findDoor(db: Installation, kind: string, hash: Buffer): Promise<Door | undefined> {
  const row = await db
    .selectFrom('door_token')
    .select(['space_id', 'object_id'])
    .where('hash', '=', hash)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return row === undefined ? undefined : { kind, spaceId: row.space_id, objectId: row.object_id };
}

/** Forgets every token that opens this. */
export async function removeDoors(db: Installation, door: Door): Promise<void> {
  await db
    .deleteFrom('door_token')
    .where('space_id', '=', door.spaceId)
    .where('kind', '=', door.kind)
    .where('object_id', '=', door.objectId)
    .execute();
}
