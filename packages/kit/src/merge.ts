import type { Raw } from './contract.ts';

/**
 * Which of two copies of one thing stays: the greater version, compared by code unit; equal versions are settled by
 * the content, so that the order in which copies come never matters.
 */
export function winnerOf(left: Raw, right: Raw): Raw {
  if (left.version !== right.version) return left.version > right.version ? left : right;
  return stableText(left.payload) >= stableText(right.payload) ? left : right;
}

/** JSON with sorted keys: equal for equal content, however it was stored. */
export function stableText(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) => (isPlainObject(member) ? sorted(member) : member)) ?? 'null';
}

export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(object: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).sort(([left], [right]) => (left < right ? -1 : 1)));
}
