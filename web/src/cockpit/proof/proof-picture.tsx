import type { ReactNode } from 'react';
import type { ProofView } from '#cockpit/proof/wire.ts';
import type { Speech } from '#web/cockpit/health/say-figure.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Card } from '#web/ui/card.tsx';
import { LineChart } from '#web/ui/line-chart.tsx';
import { weekText } from './say-proof.ts';

/** What came beside what was to be expected without the action, week by week; the first mark is the start. */
export function ProofPicture({ proof }: { readonly proof: ProofView }): ReactNode {
  const speech: Speech = { t: useWords(), format: useFormat() };
  const { t, format } = speech;
  const { figure, weeks, startDay, happenings } = proof;
  if (weeks.length === 0) return undefined;
  const show = (value: number): string => weekText(figure, value, speech);
  const placeOf = (day: string): number =>
    Math.max(
      0,
      weeks.findLastIndex(({ from }) => from <= day),
    );
  const inside = happenings.filter(({ day }) => day >= (weeks[0]?.from ?? day));
  const last = weeks.at(-1)?.from ?? startDay;
  const marks = [
    ...(startDay <= last ? [{ at: placeOf(startDay), number: 1 }] : []),
    ...inside.map(({ day }, n) => ({ at: placeOf(day), number: n + 2 })),
  ];
  const between = weeks.map(({ expected }) =>
    expected === null ? '–' : t('health.between', { low: show(expected.low), high: show(expected.high) }),
  );
  const isJudged = weeks.some(({ expected }) => expected !== null);
  return (
    <Card title={t('proof.picture', { figure: figure.name })}>
      <LineChart
        tall
        fromZero={false}
        label={t('proof.picture', { figure: figure.name })}
        places={weeks.map(({ from }) => format.day(from))}
        show={show}
        marks={marks}
        lines={[
          {
            name: t('proof.picture.observed'),
            hue: 'ink',
            values: weeks.map(({ value }) => value ?? undefined),
            texts: weeks.map(({ value, isHidden }) => {
              if (isHidden) return t('proof.picture.hidden');
              return value === null ? t('proof.picture.missing') : show(value);
            }),
          },
          ...(isJudged
            ? [
                {
                  name: t('proof.picture.expected'),
                  hue: 'cockpit',
                  dashed: true,
                  values: weeks.map(({ expected }) => expected?.median),
                  band: {
                    low: weeks.map(({ expected }) => expected?.low),
                    high: weeks.map(({ expected }) => expected?.high),
                  },
                } as const,
              ]
            : []),
        ]}
        beside={isJudged ? [{ name: t('proof.picture.band'), texts: between }] : []}
      />
      <small className="mt-1 block">
        {t('proof.picture.start', { day: format.day(startDay) })}
        {isJudged && ` ${t('proof.picture.band_note')}`}
      </small>
    </Card>
  );
}
