export { ingest, settle } from './service.ts';
export type { BatchResult, ReadingEnd } from './model.ts';
export type { IngestionDeps, Reading } from './service.ts';
export type { Counts } from '#community/ingestion/writing/index.ts';
