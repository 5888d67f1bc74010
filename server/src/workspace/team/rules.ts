import type { FunctionName } from '#kernel/actor.ts';
import { FUNCTIONS } from '#kernel/actor.ts';

/** Each function once, in the order of the house. */
export function tidy(functions: readonly FunctionName[]): FunctionName[] {
  return FUNCTIONS.filter((one) => functions.includes(one));
}

/** Nobody gives what he does not hold; an admin gives everything, and only an admin makes admins. */
export function mayGive(giver: readonly FunctionName[], given: readonly FunctionName[]): boolean {
  return giver.includes('admin') || given.every((one) => giver.includes(one));
}

/** Whether a workspace would be left without anybody who can let people in. */
export function losesLastAdmin(
  admins: readonly string[],
  colleagueId: string,
  functionsAfter: readonly FunctionName[],
): boolean {
  return !functionsAfter.includes('admin') && admins.length === 1 && admins[0] === colleagueId;
}
