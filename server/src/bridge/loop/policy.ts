import type { FunctionName } from '#kernel/actor.ts';

const TELLERS: readonly FunctionName[] = ['pilot', 'host', 'admin'];

/** Whether somebody with these functions may tell members; the permission table says the same of the routes. */
export function mayTell(functions: readonly FunctionName[]): boolean {
  return functions.some((one) => TELLERS.includes(one));
}
