export type { MandatesDeps } from './service.ts';
export { mandateRoutes } from './routes.ts';
