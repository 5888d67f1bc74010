export { correctingRoutes } from './routes.ts';
export type { CorrectingDeps } from './service.ts';
