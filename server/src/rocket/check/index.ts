export { checkTasks, watchAllMonths, watchMonths } from './jobs.ts';
export type { Bands, BandState, Check, Judged, Sentence } from './model.ts';
export { checkRoutes } from './routes.ts';
export { checkNow } from './service.ts';
export type { CheckDeps } from './service.ts';
