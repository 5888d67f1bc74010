export { charterRoutes } from './routes.ts';
export type { CharterDeps } from './service.ts';
