export type { Standing } from './model.ts';
export type { Look } from './views.ts';
export { quotesOf, registerRow } from './views.ts';
export type { RegisterDeps } from './service.ts';
export { lookAt, quoteView } from './service.ts';
export { registerRoutes } from './routes.ts';
