import type { Figure } from '#cockpit/figures/index.ts';
import { COHORT_RETENTION, GROWTH_ACCOUNTING, RETENTION_RATE, RETURNING_SHARE } from './model.ts';
import { blockRetention, monthAfter, retentionRate, returningShare } from './rules.ts';

/** Who stays: from one period to the next, from month to month since they came, from block to block. */
export const RETENTION_FIGURES: readonly Figure[] = [
  { ...RETENTION_RATE, finish: retentionRate },
  { ...RETURNING_SHARE, finish: returningShare },
  { ...COHORT_RETENTION, finish: monthAfter },
  { ...GROWTH_ACCOUNTING, finish: blockRetention },
];
