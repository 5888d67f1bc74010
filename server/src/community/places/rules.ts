import type { FunctionName } from '#kernel/actor.ts';
import type { PlaceRow } from './model.ts';
import type { PlaceView } from './wire.ts';

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
    channels: row.channels,
    members: row.members,
    threads: row.threads,
    messages: row.messages,
    newest: newest(row),
    lastImportAt: row.last_import_at?.toISOString() ?? null,
    version: row.version,
    can: {
      edit: mayWrite(functions),
      import: mayWrite(functions),
      remove: functions.some((one) => REMOVERS.includes(one)),
    },
  };
}

/** Bare days are kept at midnight UTC for ordering; no hour is shown for them. */
function newest({ newest: at, gives }: PlaceRow): PlaceView['newest'] {
  if (at === null) return null;
  return gives.hours === true ? { at: at.toISOString() } : { day: at.toISOString().slice(0, 10) };
}
