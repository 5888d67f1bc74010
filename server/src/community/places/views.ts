import { sql } from 'kysely';
import type { Scoped } from '#platform/db/index.ts';
import type { CountsRow, PlaceRow } from './model.ts';

/** Every place, or one, by name. */
export async function placeList(db: Scoped, placeId?: string): Promise<readonly PlaceRow[]> {
  const chosen = placeId === undefined ? sql`true` : sql`place.id = ${placeId}`;
  const { rows } = await sql<PlaceRow>`
    select place.id, place.name, place.connector, place.language, place.state, place.version, place.gives, place.last_import_at
    from place
    where place.workspace_id = ${db.scope.workspaceId} and place.state <> 'gone' and ${chosen}
    order by place.name, place.id`.execute(db.tx);
  return rows;
}

/**
 * What came from each place: everything is passed over once, however many places there are. Messages and the newest are
 * those counted with each identity.
 */
export async function placeCounts(db: Scoped): Promise<readonly CountsRow[]> {
  const { workspaceId } = db.scope;
  const { rows } = await sql<CountsRow>`
    select place.id, place.gives, coalesce(inside.channels, 0)::int as channels, coalesce(talk.threads, 0)::int as threads,
      coalesce(people.members, 0)::int as members, coalesce(people.messages, 0)::int as messages, people.newest
    from place
    left join (
      select channel.place_id, count(*) as channels from channel where channel.workspace_id = ${workspaceId} group by 1
    ) inside on inside.place_id = place.id
    left join (
      select thread.place_id, count(*) as threads from thread where thread.workspace_id = ${workspaceId} group by 1
    ) talk on talk.place_id = place.id
    left join (
      select known.place_id, count(known.member_id) as members, sum(known.messages) as messages, max(known.newest) as newest
      from (
        select identity.place_id, identity.member_id, sum(identity.message_count) as messages, max(identity.last_at) as newest
        from identity where identity.workspace_id = ${workspaceId} group by 1, 2
      ) known
      group by 1
    ) people on people.place_id = place.id
    where place.workspace_id = ${workspaceId} and place.state <> 'gone'
    order by place.name, place.id`.execute(db.tx);
  return rows;
}
