export { watchReadings } from '#cockpit/course/key-results/index.ts';
export { ASK_TASK } from '#cockpit/course/visions/index.ts';
export { courseTasks } from './jobs.ts';
export { courseRoutes } from './routes.ts';
