import type { FunctionName } from '#kernel/actor.ts';

const RAISERS: readonly FunctionName[] = ['pilot', 'host', 'moderator', 'admin'];
const SORTERS: readonly FunctionName[] = ['pilot', 'host', 'admin'];

/** Whether somebody with these functions may raise signals; the permission table says the same of the routes. */
export function mayRaise(functions: readonly FunctionName[]): boolean {
  return functions.some((one) => RAISERS.includes(one));
}

/** Whether he may merge, dismiss and reopen them. */
export function maySort(functions: readonly FunctionName[]): boolean {
  return functions.some((one) => SORTERS.includes(one));
}
