export { emptyBatch, isFull, put } from './rules.ts';
export { dropKnown, openDesk, readEntry, writeBatch } from './service.ts';
export { recountThreads } from './store.ts';
export type { Batch, Entry } from './model.ts';
export type { Desk } from './service.ts';
