import type { FigureAnswer } from '#cockpit/figures/wire.ts';
import type { Speech } from '../say-figure.ts';

/** What the reply graph is made of. */
export const GRAPH_PARTS = {
  reply_graph: ({ parts }: FigureAnswer, { t, format }: Speech) => [
    ...(['persons', 'tied', 'ties', 'recurring', 'answers'] as const).map((name) => ({
      name: t(`health-graph.part.${name}`),
      text: format.number(parts[name] ?? 0),
    })),
    { name: t('health-graph.part.density'), text: format.percent(parts['density'] ?? 0, 3) },
  ],
};
