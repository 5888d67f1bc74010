import type { Figure } from '#cockpit/figures/index.ts';
import { REPLY_GRAPH } from './model.ts';
import { reciprocity, summaryOf } from './rules.ts';

/** Who answers whom. */
export const GRAPH_FIGURES: readonly Figure[] = [
  {
    ...REPLY_GRAPH,
    finish: reciprocity,
    detail: { questions: [REPLY_GRAPH], shape: ([rows = []]) => summaryOf(rows) },
  },
];
