export type { Guard } from './model.ts';
export { TELLS } from './model.ts';
export type { Hidden } from './rules.ts';
export { keptOf } from './rules.ts';
export { guardedFrame, hiddenIn, watchedSelection } from './service.ts';
