export type { OutsideDeps } from './service.ts';
export { outsideRoutes } from './routes.ts';
