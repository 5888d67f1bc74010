export type { LoopDeps } from './service.ts';
export { loopRoutes } from './routes.ts';
