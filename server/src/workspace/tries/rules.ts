import { createHash } from 'node:crypto';

/** Tries within a window; the count is of a window that began with its first try. */
export const MOST_TRIES = 10;
export const WINDOW_MS = 15 * 60_000;

/** Buckets are kept hashed: the table says neither who tried nor from where. */
export function bucketOf(kind: 'account' | 'address', value: string): Buffer {
  return createHash('sha256').update(`${kind} ${value}`).digest();
}
