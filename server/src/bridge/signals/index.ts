export { signalRoutes } from './routes.ts';
export type { SignalsDeps } from './service.ts';
export { releaseIn, sortIn } from './service.ts';
