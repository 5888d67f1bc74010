export { visionRoutes } from './routes.ts';
export { visionView } from './service.ts';
