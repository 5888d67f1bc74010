import type { ReactNode } from 'react';
import type { KeyResultView } from '#cockpit/course/key-results/wire.ts';
import { valueText, type Speech } from '#web/cockpit/health/say-figure.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { LineChart } from '#web/ui/line-chart.tsx';
import { weeksOf } from './weekly.ts';

interface KeyResultChartProps {
  readonly keyResult: KeyResultView;
  readonly today: string;
}

/** What was measured, week by week, beside the straight line from baseline to target; every reading as a table behind it. */
export function KeyResultChart({ keyResult, today }: KeyResultChartProps): ReactNode {
  const speech: Speech = { t: useWords(), format: useFormat() };
  const { t, format } = speech;
  const { figure } = keyResult;
  const weeks = weeksOf(keyResult, today);
  const readings = weeks.map(({ reading }) => reading);
  const show = (value: number): string => valueText(figure, value, speech);
  const texts = readings.map((reading) => {
    if (reading === undefined) return '–';
    return reading.value === null ? (reading.because ?? '–') : show(reading.value);
  });
  const intervals = readings.map((reading) =>
    reading?.low == null || reading.high == null
      ? '–'
      : t('health.between', { low: show(reading.low), high: show(reading.high) }),
  );
  return (
    <LineChart
      label={t('course.chart', { name: figure.name })}
      places={weeks.map(({ day }) => format.day(day))}
      lines={[
        {
          name: t('course.chart.measured'),
          hue: 'cockpit',
          values: weeks.map(({ drawn }) => drawn?.value),
          texts,
          band: {
            low: weeks.map(({ drawn }) => drawn?.low),
            high: weeks.map(({ drawn }) => drawn?.high),
          },
        },
        {
          name: t('course.chart.line'),
          hue: 'ink',
          values: weeks.map(({ line }) => line),
          dashed: true,
        },
      ]}
      beside={[{ name: t('course.chart.interval'), texts: intervals }]}
      show={show}
      fromZero={false}
    />
  );
}
