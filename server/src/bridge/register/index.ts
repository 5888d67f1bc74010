export type { Standing } from './model.ts';
export type { Look } from './views.ts';
export { registerRow } from './views.ts';
export type { RegisterDeps } from './service.ts';
export { lookAt, quotesFor } from './service.ts';
export { registerRoutes } from './routes.ts';
