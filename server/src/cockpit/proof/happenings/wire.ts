export { EVENT_KINDS } from './model.ts';
export type { EventKind } from './model.ts';
