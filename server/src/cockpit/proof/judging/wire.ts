export { REASONS, STATES, VERDICTS } from './model.ts';
export type { ProofReason, ProofState, ProofVerdict } from './model.ts';
