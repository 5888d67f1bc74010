export { leanOnProof, proofsOffered } from './service.ts';
export type { ProofCode, ProofLeantOn, ProvingDeps } from './service.ts';
