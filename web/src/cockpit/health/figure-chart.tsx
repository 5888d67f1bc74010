import type { ReactNode } from 'react';
import type { FigureAnswer } from '#cockpit/figures/wire.ts';
import type { Formatter } from '#web/i18n/index.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Card } from '#web/ui/card.tsx';
import { LineChart } from '#web/ui/line-chart.tsx';
import { valueText } from './say-figure.ts';
import type { Speech } from './say-figure.ts';
import { boundOf, levelOf, sampleOf } from './series.ts';

type Series = FigureAnswer['series'];

/** The course of a figure, its interval around it; the table tells how many stand behind each point. */
export function FigureChart({ answer }: { readonly answer: FigureAnswer }): ReactNode {
  const speech: Speech = { t: useWords(), format: useFormat() };
  const { t, format } = speech;
  const { figure, series } = answer;
  const { points, bucket } = series;
  if (points.every((point) => levelOf(point) === undefined)) {
    return (
      <Card title={t(`health.by.${bucket}`)}>
        <p className="py-3 text-soft">{t('health.no_course')}</p>
      </Card>
    );
  }
  const label = t('health.chart', { name: figure.name, by: t(`health.by.${bucket}`) });
  return (
    <Card title={t(`health.by.${bucket}`)}>
      <LineChart
        tall
        label={label}
        places={points.map((point) => placeText(point, bucket, format))}
        show={(value) => valueText(figure, value, speech)}
        lines={[
          {
            name: figure.name,
            values: points.map(levelOf),
            partly: points.map(({ partial }) => partial),
            band: {
              low: points.map((point) => boundOf(point, 'low')),
              high: points.map((point) => boundOf(point, 'high')),
            },
          },
        ]}
        beside={[
          {
            name: t(
              `health.behind.${figure.unit === 'persons' ? 'persons' : figure.id === 'top1_share' ? 'persons' : 'threads'}`,
            ),
            texts: points.map((point) => textOf(sampleOf(point), format)),
          },
        ]}
      />
    </Card>
  );
}

function textOf(sample: number | undefined, format: Formatter): string {
  return sample === undefined ? '–' : format.number(sample);
}

function placeText({ from }: Series['points'][number], bucket: Series['bucket'], format: Formatter): string {
  return bucket === 'month' ? format.day(from, 'month') : format.day(from);
}
