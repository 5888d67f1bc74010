import type { FigureAnswer } from '#cockpit/figures/wire.ts';
import type { PlaceCounts, PlaceView } from '#community/places/wire.ts';
import { dayIn } from './days.ts';
import type { Speech } from './say-figure.ts';

const REASONS = ['no_replies', 'no_hours', 'no_reactions'] as const;

/** Which places some figures could not use and why, one sentence a reason; none when all were used. */
export function leftOutTexts(items: readonly FigureAnswer[], { t, format }: Speech): readonly string[] {
  return REASONS.flatMap((reason) => {
    const places = new Map<string, string>();
    const figures = new Set<string>();
    for (const { figure, leftOut } of items) {
      for (const { place } of leftOut.filter((left) => left.reason === reason)) {
        places.set(place.id, t('health.quoted', { name: place.name }));
        figures.add(figure.name);
      }
    }
    if (places.size === 0) return [];
    const names = { places: format.list([...places.values()]), figures: format.list([...figures]) };
    return [t(`health.left_out.${reason}`, { ...names, n: places.size })];
  });
}

/** Which places had fallen silent before the first of these days: they are part of every figure, and add nothing. */
export function silentTexts(
  places: readonly PlaceView[],
  counts: readonly PlaceCounts[],
  { from, zone }: FigureAnswer['window'],
  { t, format }: Speech,
): readonly string[] {
  const newestOf = new Map(counts.map(({ placeId, newest }) => [placeId, newest]));
  const silent = places.flatMap(({ id, name }) => {
    const newest = newestOf.get(id) ?? null;
    if (newest === null) return [];
    const last = 'at' in newest ? dayIn(zone, newest.at) : newest.day;
    return last < from ? [t('health.silent.one', { name, last: format.day(last) })] : [];
  });
  return silent.length === 0 ? [] : [t('health.silent', { places: format.list(silent) })];
}
