export type { ProofDeps } from '#cockpit/proof/expecting/index.ts';
export { proofTasks } from './jobs.ts';
export { proofRoutes } from './routes.ts';
export { hasProofs } from './lookup.ts';
export { plainVerdict } from './rules.ts';
export { seriesOf, spanOf } from '#cockpit/proof/series/index.ts';
export { settleProofs, writeProof } from './service.ts';
