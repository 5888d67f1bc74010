import { sql } from 'kysely';
import type { Scoped } from '#platform/db/index.ts';
import type { FoundView } from './wire.ts';

const SHOWN = 5;
/** The likeliest are looked for among so many; two letters may fit half of a large base. */
const LOOKED_AT = 2000;

/** Whose name, or whose account, has words that begin so; those who wrote most first. Erased people have no name. */
export async function membersBegun(db: Scoped, typed: string): Promise<FoundView['members']> {
  const { workspaceId } = db.scope;
  const { rows } = await sql<FoundView['members'][number]>`
    with fitting as (
      (select member.id from member
        where member.workspace_id = ${workspaceId} and name_words(member.name) @@ words_begun(${typed}) limit ${LOOKED_AT})
      union
      (select identity.member_id from identity
        where identity.workspace_id = ${workspaceId} and name_words(identity.handle) @@ words_begun(${typed}) limit ${LOOKED_AT})
    )
    select member.id, member.name, written.places
    from fitting
    join member on member.workspace_id = ${workspaceId} and member.id = fitting.id
    cross join lateral (
      select sum(identity.message_count) as messages, array_agg(distinct place.name order by place.name) as places
      from identity join place on place.workspace_id = identity.workspace_id and place.id = identity.place_id
      where identity.workspace_id = ${workspaceId} and identity.member_id = member.id
    ) as written
    where member.merged_into is null and member.erased_at is null and written.places is not null
    order by written.messages desc, folded(lower(member.name)), member.id limit ${SHOWN}`.execute(db.tx);
  return [...rows];
}

/** There are few places: they are looked through. */
export async function placesBegun(db: Scoped, typed: string): Promise<FoundView['places']> {
  const { rows } = await sql<FoundView['places'][number]>`
    select place.id, place.name from place
    where place.workspace_id = ${db.scope.workspaceId} and place.state <> 'gone' and name_words(place.name) @@ words_begun(${typed})
    order by folded(lower(place.name)), place.id limit ${SHOWN}`.execute(db.tx);
  return [...rows];
}

/** Whose title has words that begin so; the latest first. */
export async function threadsBegun(db: Scoped, typed: string): Promise<FoundView['threads']> {
  const { workspaceId } = db.scope;
  const { rows } = await sql<FoundView['threads'][number]>`
    with fitting as (
      select thread.id, thread.title, thread.last_at, thread.place_id from thread
      where thread.workspace_id = ${workspaceId} and thread.title is not null and thread.message_count > 0
        and name_words(thread.title) @@ words_begun(${typed})
      limit ${LOOKED_AT}
    )
    select fitting.id, fitting.title as name, place.name as place
    from fitting join place on place.workspace_id = ${workspaceId} and place.id = fitting.place_id
    order by fitting.last_at desc nulls last, fitting.id limit ${SHOWN}`.execute(db.tx);
  return [...rows];
}
