export { visionRoutes } from './routes.ts';
export { visionRows, visionView } from './service.ts';
