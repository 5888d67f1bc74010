export type { ActionsDeps } from './service.ts';
export { actionRoutes } from './routes.ts';
