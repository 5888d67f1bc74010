export { readingTasks } from './jobs.ts';
export { askReading, readTexts } from './service.ts';
export type { ReadingsDeps } from './service.ts';
