export { tellingRoutes } from './routes.ts';
export type { TellingDeps } from './service.ts';
