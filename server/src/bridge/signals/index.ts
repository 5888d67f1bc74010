export { signalRoutes } from './routes.ts';
export type { SignalsDeps } from './service.ts';
export { sortIn } from './service.ts';
export { releaseSignals } from './store.ts';
