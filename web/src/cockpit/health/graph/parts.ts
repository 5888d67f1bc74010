import type { FigureAnswer } from '#cockpit/figures/wire.ts';
import type { Speech } from '../say-figure.ts';

/** In a large community it is some thousandths of a percent, which are not nothing. */
function digitsFor(share: number): number {
  return share > 0 && share < 0.001 ? Math.min(8, Math.ceil(-Math.log10(share)) - 1) : 1;
}

/** What the reply graph is made of. */
export const GRAPH_PARTS = {
  reply_graph: ({ parts }: FigureAnswer, { t, format }: Speech) => [
    ...(['persons', 'tied', 'ties', 'recurring', 'answers'] as const).map((name) => ({
      name: t(`health-graph.part.${name}`),
      text: format.number(parts[name] ?? 0),
    })),
    {
      name: t('health-graph.part.density'),
      text: format.percent(parts['density'] ?? 0, digitsFor(parts['density'] ?? 0)),
    },
  ],
};
