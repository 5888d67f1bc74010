import type { FunctionName } from '#kernel/actor.ts';

const SETTERS: readonly FunctionName[] = ['pilot', 'admin'];

/** Whether somebody with these functions may set bounds; the permission table says the same of the routes. */
export function maySetBounds(functions: readonly FunctionName[]): boolean {
  return functions.some((one) => SETTERS.includes(one));
}
