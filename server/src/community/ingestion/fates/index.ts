export { Fates } from './rules.ts';
export type { Fate, FateCounts } from './rules.ts';
