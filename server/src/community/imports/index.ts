export { importTasks } from './jobs.ts';
export { importRoutes } from './routes.ts';
export { candidatesOf } from './rules.ts';
export { joinPlace, placeFor, previewOf, recordStart, starterOf } from './service.ts';
export type { ImportsDeps } from './service.ts';
