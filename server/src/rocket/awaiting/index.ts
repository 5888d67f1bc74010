export { awaitingRoutes } from './routes.ts';
