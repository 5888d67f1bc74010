import { sql } from 'kysely';
import type { Scoped } from '#platform/db/index.ts';
import type { PlaceRow } from './model.ts';

/** Every place with what came from it, by name. Messages and the newest are those counted with each identity. */
export async function placeList(db: Scoped, placeId?: string): Promise<readonly PlaceRow[]> {
  const { workspaceId } = db.scope;
  const chosen = placeId === undefined ? sql`true` : sql`place.id = ${placeId}`;
  const { rows } = await sql<PlaceRow>`
    select place.id, place.name, place.connector, place.language, place.state, place.version, place.gives, place.last_import_at,
      (select count(*) from channel where channel.workspace_id = ${workspaceId} and channel.place_id = place.id)::int as channels,
      (select count(*) from thread where thread.workspace_id = ${workspaceId} and thread.place_id = place.id)::int as threads,
      people.members, people.messages, people.newest
    from place
    cross join lateral (
      select count(distinct identity.member_id)::int as members, coalesce(sum(identity.message_count), 0)::int as messages,
        max(identity.last_at) as newest
      from identity where identity.workspace_id = ${workspaceId} and identity.place_id = place.id
    ) as people
    where place.workspace_id = ${workspaceId} and place.state <> 'gone' and ${chosen}
    order by place.name, place.id`.execute(db.tx);
  return rows;
}
