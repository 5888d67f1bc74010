import type { FunctionName } from '#kernel/actor.ts';

const WRITERS: readonly FunctionName[] = ['pilot', 'host', 'admin'];
const SUBMITTERS: readonly FunctionName[] = ['pilot', 'admin'];

/** Whether somebody with these functions may write insights and gather what stands for and against them. */
export function mayWrite(functions: readonly FunctionName[]): boolean {
  return functions.some((one) => WRITERS.includes(one));
}

/** Whether he may ask for the decision: that is the pilot's. */
export function maySubmit(functions: readonly FunctionName[]): boolean {
  return functions.some((one) => SUBMITTERS.includes(one));
}
