export { visionTasks } from './jobs.ts';
export { visionRoutes } from './routes.ts';
export { ASK_TASK, visionRows, visionView } from './service.ts';
export type { AskingDeps } from './service.ts';
