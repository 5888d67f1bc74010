export { readingRoutes } from './routes.ts';
export type { ReadingDeps } from './routes.ts';
