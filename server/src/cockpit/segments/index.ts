export { segmentRoutes } from './routes.ts';
export type { SegmentsDeps } from './service.ts';
