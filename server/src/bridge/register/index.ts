export type { Standing } from './model.ts';
export { heardFor } from './lookup.ts';
export { registerRow } from './views.ts';
export type { RegisterDeps } from './service.ts';
export { shownQuotes, smallestGroupOf } from './service.ts';
export { registerRoutes } from './routes.ts';
