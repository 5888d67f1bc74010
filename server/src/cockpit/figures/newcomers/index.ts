import type { Figure } from '#cockpit/figures/index.ts';
import { ACTIVATION_30D, WELCOMED_24H } from './model.ts';
import { shareOfRipe } from './rules.ts';

/** What became of those who came: whether they wrote again, whether they were answered. */
export const NEWCOMER_FIGURES: readonly Figure[] = [
  { ...WELCOMED_24H, finish: shareOfRipe },
  { ...ACTIVATION_30D, finish: shareOfRipe },
];
