export { erasureRoutes } from './routes.ts';
export type { ErasureDeps } from './service.ts';
export { eraseAgain } from './service.ts';
