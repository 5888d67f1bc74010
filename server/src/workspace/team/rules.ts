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

interface Shown {
  readonly name?: string;
  readonly title?: string | undefined;
  readonly functions: readonly FunctionName[];
}

/** What of a colleague or a title of the house is different after a change. */
export function changedFields(before: Shown, after: Shown): readonly string[] {
  const is = {
    name: after.name !== undefined && after.name !== before.name,
    title: after.title !== before.title,
    functions: after.functions.join() !== before.functions.join(),
  };
  return (['name', 'functions', 'title'] as const).filter((field) => is[field]);
}
