export { charterRoutes } from './routes.ts';
export type { CharterDeps } from './service.ts';
export { pilotTraces } from './service.ts';
