import type { Actor, FunctionName } from '#kernel/actor.ts';

const SEE_FEW: readonly FunctionName[] = ['host', 'pilot', 'admin'];

/**
 * Whether a caller may see numbers that tell of a few persons: whoever works with members by name, and whoever holds
 * the base in his hands. A key may when it reads members one by one anyway.
 */
export function seesFew(actor: Actor): boolean {
  if (actor.kind === 'operator') return true;
  if (actor.kind === 'key') return actor.scopes.includes('members');
  return actor.kind === 'person' && (actor.seat?.functions ?? []).some((one) => SEE_FEW.includes(one));
}
