export { compose } from './rules.ts';
export type { Given } from './model.ts';
