export { compileRule } from './rules.ts';
export { hasTwin, membersMeant, momentOf, sizesOf } from './views.ts';
export type { Found, Sizes } from './views.ts';
