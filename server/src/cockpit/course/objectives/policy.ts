import type { FunctionName } from '#kernel/actor.ts';

/** Whether somebody with these functions gives mandates; as the permission table says. */
export function mayGiveMandates(functions: readonly FunctionName[]): boolean {
  return functions.includes('pilot');
}

/** Whether somebody with these functions sets the course; the permission table says the same of the routes. */
export function maySetCourse(functions: readonly FunctionName[]): boolean {
  return functions.includes('pilot') || functions.includes('admin');
}
