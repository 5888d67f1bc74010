export { courseTasks } from './jobs.ts';
export { courseRoutes } from './routes.ts';
