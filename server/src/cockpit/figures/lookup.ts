import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import { sql } from 'kysely';
import type { Scoped } from '#platform/db/index.ts';
import { settingsOf } from '#workspace/spaces/lookup.ts';
import type { Watched } from './model.ts';

export interface Slice {
  readonly place?: readonly string[] | undefined;
  readonly channel?: readonly string[] | undefined;
}

export interface Selection {
  readonly zone: string;
  readonly places: readonly Watched[];
  readonly channels: readonly string[] | undefined;
}

/**
 * The places and channels a slice names, all of them unless it names some; those of its channels when it names only
 * these. A foreign id and a missing one are the same refusal.
 */
export async function selectionOf(db: Scoped, slice: Slice): Promise<Result<Selection, 'http/not_found'>> {
  const { zone } = await settingsOf(db);
  const places = await placesOf(db);
  const known = new Set(places.map((place) => place.id));
  if (slice.place?.some((id) => !known.has(id)) === true) return no('http/not_found');
  if (slice.channel === undefined) return yes({ zone, places: chosen(places, slice.place), channels: undefined });
  const channels = await db.tx
    .selectFrom('channel')
    .select(['channel.id', 'channel.place_id'])
    .where('channel.workspace_id', '=', db.scope.workspaceId)
    .where('channel.id', 'in', [...slice.channel])
    .execute();
  if (channels.length < new Set(slice.channel).size) return no('http/not_found');
  const ofChannels = channels.map((channel) => channel.place_id);
  return yes({ zone, places: chosen(chosen(places, slice.place), ofChannels), channels: slice.channel });
}

function chosen(places: readonly Watched[], ids: readonly string[] | undefined): readonly Watched[] {
  return ids === undefined ? places : places.filter((place) => ids.includes(place.id));
}

async function placesOf(db: Scoped): Promise<readonly Watched[]> {
  const rows = await db.tx
    .selectFrom('place')
    .select([
      'place.id',
      'place.name',
      sql<boolean>`(place.gives ->> 'threads')::boolean and (place.gives ->> 'replies')::boolean`.as('replies'),
      sql<boolean>`(place.gives ->> 'hours')::boolean`.as('hours'),
    ])
    .where('place.workspace_id', '=', db.scope.workspaceId)
    .orderBy('place.name')
    .orderBy('place.id')
    .execute();
  return rows.map(({ id, name, replies, hours }) => ({ id, name, gives: { replies, hours } }));
}
