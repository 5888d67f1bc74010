export { askRound, askRoundNow, proofTasks, watchProofs } from './jobs.ts';
export { allProofs, clearedOf, proofById } from './lookup.ts';
export type { Outcome, Proof, ProofVerdict, Standing } from './model.ts';
export { plainVerdict, sharesOf, sinceNow, standingOf, verdictOf } from './rules.ts';
export {
  clearEvent,
  drawingOf,
  findOutcome,
  judgementOf,
  judgementsDue,
  settleProof,
  settleProofs,
} from './service.ts';
export type { Found } from './service.ts';
export { proofForUpdate } from './store.ts';
