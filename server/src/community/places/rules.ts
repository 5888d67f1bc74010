import type { FunctionName } from '#kernel/actor.ts';
import type { CountsRow, PlaceRow } from './model.ts';
import type { PlaceCounts, PlaceView } from './wire.ts';

const WRITERS: readonly FunctionName[] = ['pilot', 'host', 'admin'];
const REMOVERS: readonly FunctionName[] = ['pilot', 'admin'];

export function mayWrite(functions: readonly FunctionName[]): boolean {
  return functions.some((one) => WRITERS.includes(one));
}

const ALL: readonly PlaceView['missing'][number][] = [
  'threads',
  'replies',
  'hours',
  'reactions',
  'personIds',
  'staff',
  'silentMembers',
  'originalLinks',
];

/** A place as its screen shows it, with what this reader may do. */
export function shown(row: PlaceRow, functions: readonly FunctionName[]): PlaceView {
  const { gives } = row;
  return {
    id: row.id,
    name: row.name,
    connector: row.connector,
    language: row.language,
    state: row.state,
    missing: row.connector === '' ? [] : ALL.filter((one) => gives[one] !== true),
    lastImportAt: row.last_import_at?.toISOString() ?? null,
    version: row.version,
    can: {
      edit: mayWrite(functions),
      import: mayWrite(functions),
      remove: functions.some((one) => REMOVERS.includes(one)),
    },
  };
}

/** What came from a place, as its card shows it. */
export function counted({ id, gives, newest, ...counts }: CountsRow): PlaceCounts {
  return { placeId: id, ...counts, newest: whenOf(newest, gives) };
}

/** Bare days are kept at midnight UTC for ordering; no hour is shown for them. */
function whenOf(at: Date | null, gives: CountsRow['gives']): PlaceCounts['newest'] {
  if (at === null) return null;
  return gives.hours === true ? { at: at.toISOString() } : { day: at.toISOString().slice(0, 10) };
}
