export { ingest, settle } from './service.ts';
export type { BatchResult, Counts, ReadingEnd } from './model.ts';
export type { IngestionDeps, Reading } from './service.ts';
