export type { Insight } from './model.ts';
export { insightRoutes } from './routes.ts';
export type { InsightsDeps } from './service.ts';
