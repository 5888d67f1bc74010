export type { Around, Objective } from './model.ts';
export { objectiveRoutes } from './routes.ts';
export { lineOf } from './service.ts';
export { ObjectiveParams } from './wire.ts';
