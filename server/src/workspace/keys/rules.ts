import type { KeyScope } from '#kernel/actor.ts';
import { KEY_SCOPES } from '#kernel/actor.ts';

export const KIND = 'api_key';
/** What every key begins with, so that a key left in a file can be recognised for what it is. */
export const MARK = 'psl_';
const SHOWN = 12;
/** "Last used" is this coarse, so that reading does not write rows. */
export const USED_EVERY_MS = 60_000;

export function prefixOf(key: string): string {
  return key.slice(0, SHOWN);
}

/** Each scope once, in the order of the house. */
export function tidyScopes(scopes: readonly KeyScope[]): KeyScope[] {
  return KEY_SCOPES.filter((one) => scopes.includes(one));
}
