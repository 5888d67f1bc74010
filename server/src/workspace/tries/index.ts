export type { Tries } from './service.ts';
export { createTries } from './service.ts';
export { networkOf } from './rules.ts';
