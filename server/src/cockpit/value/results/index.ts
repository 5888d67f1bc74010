export { resultRoutes } from './routes.ts';
export type { ResultsDeps } from './service.ts';
