import type { FunctionName } from '#kernel/actor.ts';

const WRITERS: readonly FunctionName[] = ['pilot', 'admin'];

/** Whether somebody with these functions keeps the value model; the permission table says the same of the routes. */
export function mayKeepValue(functions: readonly FunctionName[]): boolean {
  return functions.some((one) => WRITERS.includes(one));
}

/** Whether somebody may say that he read the model through and that it still stands: whoever keeps it, and whoever pays. */
export function mayReviewValue(functions: readonly FunctionName[]): boolean {
  return mayKeepValue(functions) || functions.includes('sponsor');
}
