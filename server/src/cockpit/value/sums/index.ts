export { createSums } from './service.ts';
export type { Sums } from './service.ts';
export type { Lever, Outcome, SumInput, SumLine, Summed } from './model.ts';
