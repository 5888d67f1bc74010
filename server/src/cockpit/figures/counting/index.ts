export { compose } from './rules.ts';
export type { Given } from './rules.ts';
