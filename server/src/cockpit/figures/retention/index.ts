import type { Figure } from '#cockpit/figures/index.ts';
import { BLOCKS, COHORT_RETENTION, COHORTS, GROWTH_ACCOUNTING, RETENTION_RATE, RETURNING_SHARE } from './model.ts';
import { accounts, blockRetention, monthAfter, retentionRate, returningShare, triangle } from './rules.ts';

/** Who stays: from one period to the next, from month to month since they came, from block to block. */
export const RETENTION_FIGURES: readonly Figure[] = [
  { ...RETENTION_RATE, finish: retentionRate },
  { ...RETURNING_SHARE, finish: returningShare },
  { ...COHORT_RETENTION, finish: monthAfter, detail: { questions: [COHORTS], shape: triangle } },
  { ...GROWTH_ACCOUNTING, finish: blockRetention, detail: { questions: [BLOCKS], shape: accounts } },
];
