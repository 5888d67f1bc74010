export type { MandatesDeps } from './service.ts';
export type { Verdict as MandateVerdict } from './model.ts';
export { mandateRoutes } from './routes.ts';
export { judgeByProof } from './service.ts';
export { setProof } from './store.ts';
