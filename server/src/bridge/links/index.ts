export type { DecideLink } from './model.ts';
export { KIND } from './model.ts';
export type { LinkCode } from './rules.ts';
export { opens } from './rules.ts';
export { makeLink } from './service.ts';
export { linkForUpdate, markUsed, revokeLinks } from './store.ts';
