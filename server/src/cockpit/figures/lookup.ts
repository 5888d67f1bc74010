import { sql } from 'kysely';
import { segmentOf } from '#cockpit/segments/lookup.ts';
import type { Result } from '#kernel/result.ts';
import { no, yes } from '#kernel/result.ts';
import type { Rows, Scoped } from '#platform/db/index.ts';
import { read, rowsOf, toldAs } from '#platform/db/index.ts';
import { settingsOf } from '#workspace/spaces/lookup.ts';
import type { Slice, Watched } from './model.ts';
import type { FigureQuery } from './wire.ts';

type Asked = Pick<FigureQuery, 'place' | 'channel' | 'segment' | 'theme' | 'language' | 'kind'>;

export interface Selection {
  readonly zone: string;
  readonly places: readonly Watched[];
  /** `asOf`: the day before which the members of a segment are told. */
  readonly slice: (asOf: string) => Slice;
}

type Refused = 'http/not_found' | 'figure/segment_gone';

/**
 * The places a slice names, all of them unless it names some, those of its channels when it names only these, and what
 * it is cut by besides. A foreign id and a missing one are the same refusal.
 */
export async function selectionOf(db: Scoped, asked: Asked): Promise<Result<Selection, Refused>> {
  const { zone } = await settingsOf(db);
  const places = await placesOf(db, asked);
  if (!places.ok) return places;
  const themes = asked.theme === undefined ? yes(undefined) : await themesOf(db, asked.theme);
  if (!themes.ok) return themes;
  const segment = asked.segment === undefined ? yes(undefined) : await segmentOf(db, asked.segment);
  if (!segment.ok) return segment;
  const cut = {
    ...(asked.channel === undefined ? {} : { channels: asked.channel }),
    ...(asked.language === undefined ? {} : { languages: asked.language }),
    ...(asked.kind === undefined ? {} : { kind: asked.kind }),
    ...(themes.value === undefined ? {} : { themes: themes.value }),
  };
  const who = segment.value;
  const slice = (asOf: string): Slice =>
    who === undefined ? cut : { ...cut, segment: { id: who.id, text: (first) => who.text(first, asOf) } };
  return yes({ zone, places: places.value, slice });
}

async function placesOf(db: Scoped, { place, channel }: Asked): Promise<Result<readonly Watched[], 'http/not_found'>> {
  const places = await read(db, allPlaces(db));
  const known = new Set(places.map(({ id }) => id));
  if (place?.some((id) => !known.has(id)) === true) return no('http/not_found');
  if (channel === undefined) return yes(chosen(places, place));
  const channels = await db.tx
    .selectFrom('channel')
    .select(['channel.id', 'channel.place_id'])
    .where('channel.workspace_id', '=', db.scope.workspaceId)
    .where('channel.id', 'in', [...channel])
    .execute();
  if (channels.length < new Set(channel).size) return no('http/not_found');
  const ofChannels = channels.map((one) => one.place_id);
  return yes(chosen(chosen(places, place), ofChannels));
}

/** Themes at the end of their merges, for which alone facts are kept. */
async function themesOf(db: Scoped, ids: readonly string[]): Promise<Result<readonly string[], 'http/not_found'>> {
  const rows = await db.tx
    .selectFrom('theme')
    .select(['theme.id', 'theme.merged_into'])
    .where('theme.workspace_id', '=', db.scope.workspaceId)
    .execute();
  const above = new Map(rows.map((row) => [row.id, row.merged_into]));
  if (ids.some((id) => !above.has(id))) return no('http/not_found');
  return yes([...new Set(ids.map((id) => endOf(id, above)))]);
}

/** A theme merged round in a ring is its own end. */
function endOf(id: string, above: ReadonlyMap<string, string | null>): string {
  const passed = new Set([id]);
  let last = id;
  for (let next = above.get(last) ?? null; next !== null; next = above.get(last) ?? null) {
    if (passed.has(next)) return id;
    passed.add(next);
    last = next;
  }
  return last;
}

function chosen(places: readonly Watched[], ids: readonly string[] | undefined): readonly Watched[] {
  return ids === undefined ? places : places.filter((place) => ids.includes(place.id));
}

/** Every place, by name, to be read with other things. */
export function allPlaces(db: Scoped): Rows<Watched> {
  const rows = db.tx
    .selectFrom('place')
    .select([
      'place.id',
      'place.name',
      sql<boolean>`(place.gives ->> 'threads')::boolean and (place.gives ->> 'replies')::boolean`.as('replies'),
      sql<boolean>`(place.gives ->> 'hours')::boolean`.as('hours'),
      sql<boolean>`coalesce((place.gives ->> 'reactions')::boolean, false)`.as('reactions'),
    ])
    .where('place.workspace_id', '=', db.scope.workspaceId)
    .orderBy('place.name')
    .orderBy('place.id');
  return toldAs(rowsOf(rows), ({ id, name, ...gives }) => ({ id, name, gives }));
}
