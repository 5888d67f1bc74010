export { keyResultTasks as courseTasks } from '#cockpit/course/key-results/index.ts';
export { courseRoutes } from './routes.ts';
