import type { FunctionName } from '#kernel/actor.ts';

const WRITERS: readonly FunctionName[] = ['pilot', 'admin'];

/** Whether somebody with these functions may write the charter; the permission table says the same of the routes. */
export function mayWrite(functions: readonly FunctionName[]): boolean {
  return functions.some((one) => WRITERS.includes(one));
}
