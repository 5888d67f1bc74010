export { mergingRoutes } from './routes.ts';
export type { MergingDeps } from './service.ts';
