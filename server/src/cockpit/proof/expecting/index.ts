export { baseOf, dueOf, fingerprintOf, mattersOf, rehearse, weeksThatTell } from './rules.ts';
export type { PlanCode } from './rules.ts';
export { planOf, rehearseProof } from './service.ts';
export type { Plan, ProofDeps, Rehearsed } from './service.ts';
export type { Design, Expected, KnownEvent } from './model.ts';
export type { NewProof } from './wire.ts';
