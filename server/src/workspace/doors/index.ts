export { newToken, tokenHash } from './rules.ts';
export type { Door } from './model.ts';
export { findDoor, putDoor, removeDoors } from './store.ts';
export { doorBehind } from './service.ts';
