export { differingRoutes } from './routes.ts';
export type { DifferingDeps } from './service.ts';
