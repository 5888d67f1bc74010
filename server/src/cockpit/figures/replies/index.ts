import type { Figure } from '#cockpit/figures/index.ts';
import { FIRST_RESPONSE_TIME, REPLY_COVERAGE_7D } from './model.ts';
import { coverage, responseTime } from './rules.ts';

/** Whether, and how soon, those who open a thread are answered. */
export const REPLY_FIGURES: readonly Figure[] = [
  { ...REPLY_COVERAGE_7D, finish: coverage },
  { ...FIRST_RESPONSE_TIME, finish: responseTime },
];
