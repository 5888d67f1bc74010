import type { ReactNode } from 'react';
import type { FigureAnswer } from '#cockpit/figures/wire.ts';
import type { Formatter, WordKey } from '#web/i18n/index.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Card } from '#web/ui/card.tsx';
import { ChartTable } from '#web/ui/chart-table.tsx';
import { LineChart } from '#web/ui/line-chart.tsx';
import { marksOf } from './notes/notes-query.ts';
import type { Numbered } from './notes/notes-query.ts';
import { placeText, shortText, valueText } from './say-figure.ts';
import type { Speech } from './say-figure.ts';
import { boundOf, levelOf, sampleOf } from './series.ts';

/** Figures whose sample is threads; those of the others are persons. */
const OF_THREADS: ReadonlySet<string> = new Set([
  'reply_coverage_7d',
  'first_response_time',
  'member_answered_share',
  'solo_threads',
  'unanswered',
]);

interface FigureChartProps {
  readonly answer: FigureAnswer;
  readonly notes: readonly Numbered[];
}

/** The course of a figure, its interval around it; the table tells how many stand behind each point. */
export function FigureChart({ answer, notes }: FigureChartProps): ReactNode {
  const speech: Speech = { t: useWords(), format: useFormat() };
  const { t, format } = speech;
  const { figure, series } = answer;
  const { points, bucket } = series;
  const isEmpty = points.every((point) => levelOf(point) === undefined);
  const chart = {
    label: t('health.chart', { name: figure.name, by: t(`health.by.${bucket}`) }),
    places: points.map((point) => placeText(point, bucket, format)),
    show: (value: number) => valueText(figure, value, speech),
    lines: [
      {
        name: figure.name,
        values: points.map(levelOf),
        texts: points.map(({ value }) => shortText(figure, value, speech)),
        partly: points.map(({ partial }) => partial),
        band: {
          low: points.map((point) => boundOf(point, 'low')),
          high: points.map((point) => boundOf(point, 'high')),
        },
      },
    ],
    marks: marksOf(notes, points),
    beside: [
      {
        name: t(behindOf(figure.id)),
        texts: points.map((point) => textOf(sampleOf(point), format)),
      },
    ],
  };
  return (
    <Card title={t(`health.by.${bucket}`)}>
      {isEmpty && <p className="py-2 text-soft">{t('health.no_course')}</p>}
      {isEmpty && points.some(({ value }) => value.state !== 'unavailable') && <ChartTable {...chart} />}
      {!isEmpty && <LineChart tall ticks={figure.unit === 'seconds' ? 'seconds' : 'number'} {...chart} />}
    </Card>
  );
}

function behindOf(figure: string): WordKey {
  if (figure === 'reply_graph') return 'health-graph.behind';
  return `health.behind.${OF_THREADS.has(figure) ? 'threads' : 'persons'}`;
}

function textOf(sample: number | undefined, format: Formatter): string {
  return sample === undefined ? '–' : format.number(sample);
}
