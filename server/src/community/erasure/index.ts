export { erasureRoutes } from './routes.ts';
export type { ErasureDeps } from './service.ts';
