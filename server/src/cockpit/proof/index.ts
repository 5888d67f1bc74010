export type { ProofDeps } from '#cockpit/proof/expecting/index.ts';
export { allProofs, plainVerdict, proofTasks, settleProofs, watchProofs } from '#cockpit/proof/judging/index.ts';
export { seriesOf, spanOf } from '#cockpit/proof/series/index.ts';
export { writeProof } from '#cockpit/proof/writing/index.ts';
export { proofRoutes } from './routes.ts';
