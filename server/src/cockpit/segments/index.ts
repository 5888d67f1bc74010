export type { Compiled, Condition, Rule, State, Within } from './model.ts';
export { segmentRoutes } from './routes.ts';
export type { SegmentsDeps } from './service.ts';
