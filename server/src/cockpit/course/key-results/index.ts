export { keyResultTasks } from './jobs.ts';
export { keyResultRoutes } from './routes.ts';
export { readKeyResults, watchReadings } from './service.ts';
export type { KeyResultsDeps } from './service.ts';
export type { KeyResultView, ReadingView } from './wire.ts';
