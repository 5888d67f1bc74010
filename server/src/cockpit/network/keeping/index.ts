export { createKeeper } from './service.ts';
export type { Keeper } from './service.ts';
export type { About, Kept } from './model.ts';
