import type { Raw } from '@passerelle/kit';
import type { Batch, Entry } from './model.ts';

/** Rows of one transaction: enough that its fixed cost does not count, few enough that little is lost by a kill. */
const MOST_RAWS = 4000;
const MOST_PROBLEMS = 4000;
const MOST_BYTES = 4 * 1024 * 1024;

export function emptyBatch(): Batch {
  return { entries: new Map(), problems: [], pieces: 0, bytes: 0 };
}

/** `most`: raws, if fewer than a batch ever holds. */
export function isFull(batch: Batch, most: number): boolean {
  return (
    batch.entries.size >= Math.min(most, MOST_RAWS) ||
    batch.bytes >= MOST_BYTES ||
    batch.problems.length >= MOST_PROBLEMS
  );
}

/** Of two copies of one raw in one batch: the same order as in the base. */
export function put(batch: Batch, entry: Entry): void {
  const before = batch.entries.get(entry.id);
  batch.pieces += 1;
  if (before !== undefined && !wins(entry, before)) return;
  batch.bytes += entry.payload.length - (before?.payload.length ?? 0);
  batch.entries.set(entry.id, entry);
}

function wins(entry: Entry, before: Entry): boolean {
  if (entry.version !== before.version) return entry.version > before.version;
  return entry.payload > before.payload;
}

/** The raw an entry was made of. */
export function rawOf({ kind, externalId, version, payload }: Entry): Raw {
  return { kind, externalId, version, payload: JSON.parse(payload) as unknown };
}
