export { QUESTIONS_MEASURED } from './model.ts';
export type { Kind, Opening } from './model.ts';
export { asks, kindOf } from './rules.ts';
