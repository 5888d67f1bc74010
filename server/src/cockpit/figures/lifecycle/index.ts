import type { Figure } from '#cockpit/figures/index.ts';
import { AT_RISK, FLOW, LIFECYCLE_STATE, SILENCES, STICKINESS } from './model.ts';
import { countAtRisk, countPresent, flows, silences, stickiness } from './rules.ts';

/** Where each person stands between arriving and leaving, and who is about to leave. */
export const LIFECYCLE_FIGURES: readonly Figure[] = [
  { ...LIFECYCLE_STATE, finish: countPresent, detail: { questions: [FLOW], shape: flows } },
  { ...AT_RISK, finish: countAtRisk, detail: { questions: [SILENCES], shape: silences } },
  { ...STICKINESS, finish: stickiness },
];

export { atRiskMembers, BOUNDS, daysOfMember, RHYTHM } from './model.ts';
export type { LifecycleState } from './model.ts';
