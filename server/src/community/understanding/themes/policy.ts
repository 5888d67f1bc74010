import type { FunctionName } from '#kernel/actor.ts';

const CORRECTORS: readonly FunctionName[] = ['pilot', 'host', 'admin'];

/** Who may correct what was read out of texts. */
export function mayCorrect(functions: readonly FunctionName[]): boolean {
  return functions.some((one) => CORRECTORS.includes(one));
}
