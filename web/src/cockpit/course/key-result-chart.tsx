import type { ReactNode } from 'react';
import type { CourseKeyResult } from '#cockpit/course/wire.ts';
import { valueText, type Speech } from '#web/cockpit/health/say-figure.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { LineChart } from '#web/ui/line-chart.tsx';
import { weeksOf } from './weekly.ts';

interface KeyResultChartProps {
  readonly keyResult: CourseKeyResult;
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
  const fans = weeks.map(({ expected: fan }) =>
    fan === undefined ? '–' : t('health.between', { low: show(fan.low), high: show(fan.high) }),
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
        ...(keyResult.forecast?.value == null ? [] : [forecastLine(weeks, speech)]),
      ]}
      beside={[
        { name: t('course.chart.interval'), texts: intervals },
        ...(keyResult.forecast?.value == null ? [] : [{ name: t('course.chart.fan'), texts: fans }]),
      ]}
      show={show}
      fromZero={false}
    />
  );
}

/** The median of what is expected, and the range that will hold 8 times in 10. */
function forecastLine(weeks: ReturnType<typeof weeksOf>, { t }: Speech) {
  return {
    name: t('course.chart.forecast'),
    hue: 'bridge',
    dashed: true,
    values: weeks.map(({ expected }) => expected?.median),
    band: { low: weeks.map(({ expected }) => expected?.low), high: weeks.map(({ expected }) => expected?.high) },
  } as const;
}
