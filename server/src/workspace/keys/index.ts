export type { Keys, KeysDeps } from './service.ts';
export { createKeys } from './service.ts';
export { keyRoutes } from './routes.ts';
