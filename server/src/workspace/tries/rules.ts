import { createHash } from 'node:crypto';
import { isIPv6 } from 'node:net';

/** Tries within a window; the count is of a window that began with its first try. */
export const MOST_TRIES = 10;
export const WINDOW_MS = 15 * 60_000;

/** Buckets are kept hashed: the table says neither who tried nor from where. */
export function bucketOf(kind: 'account' | 'address', value: string): Buffer {
  return createHash('sha256').update(`${kind} ${value}`).digest();
}

/** What counts as one address: of IPv6 the first half, because a single line is given all of the second. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain;
  const [before = '', after] = plain.split('::');
  const head = before === '' ? [] : before.split(':');
  const tail = after === undefined || after === '' ? [] : after.split(':');
  const gap = after === undefined ? 0 : Math.max(0, 8 - head.length - tail.length);
  const groups = [...head, ...Array.from({ length: gap }, () => '0'), ...tail];
  const half = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${half.join(':')}::/64`;
}
