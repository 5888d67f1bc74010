import type { Figure } from '#cockpit/figures/index.ts';
import { AT_RISK, LIFECYCLE_STATE, STICKINESS } from './model.ts';
import { countAtRisk, countPresent, stickiness } from './rules.ts';

/** Where each person stands between arriving and leaving, and who is about to leave. */
export const LIFECYCLE_FIGURES: readonly Figure[] = [
  { ...LIFECYCLE_STATE, finish: countPresent },
  { ...AT_RISK, finish: countAtRisk },
  { ...STICKINESS, finish: stickiness },
];
