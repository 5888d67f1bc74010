export { EVENT_KINDS } from './model.ts';
export type { EventKind, Happening } from './model.ts';
export { happeningsAround } from './service.ts';
