import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Lifecycle as Detail } from '#cockpit/figures/lifecycle/wire.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Card } from '#web/ui/card.tsx';
import { cx } from '#web/ui/cx.ts';
import { Segmented } from '#web/ui/segmented.tsx';
import { Table } from '#web/ui/table.tsx';
import { lastOf } from '../days.ts';
import type { DetailProps } from '../details.ts';
import { Legend, Pictured } from '../replies/pictured.tsx';
import { FlowCard } from './flow-matrix.tsx';
import { Stacks, type Stack } from './stacks.tsx';
import { FILLS, MARKS, NEAR, STATES } from './states.ts';

type End = Detail['ends'][number];

/** Where people stand at each end of a week or month, and who went where. */
export function Lifecycle({ detail }: DetailProps<Detail>): ReactNode {
  return (
    <>
      <StatesCard ends={detail.ends} />
      <FlowCard flows={detail.flows} />
    </>
  );
}

function StatesCard({ ends }: { readonly ends: readonly End[] }): ReactNode {
  const t = useWords();
  const [who, setWho] = useState<'near' | 'all'>('near');
  const shown = STATES.filter((state) => who === 'all' || NEAR.includes(state));
  return (
    <Card title={t('health-people.states')}>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 pb-2">
        <p className="text-soft">{t('health-people.states.how')}</p>
        <Segmented
          label={t('health-people.states.who')}
          value={who}
          onChange={setWho}
          choices={[
            { value: 'near', label: t('health-people.states.near') },
            { value: 'all', label: t('health-people.states.all') },
          ]}
        />
      </div>
      <Pictured
        picture={<Picture ends={ends} shown={shown} />}
        table={<StatesTable ends={ends} />}
        legend={shown.map((state) => (
          <Legend key={state} mark={cx('size-2.5 rounded-sm', MARKS[state])} name={t(`health-people.state.${state}`)} />
        ))}
      />
    </Card>
  );
}

interface PictureProps {
  readonly ends: readonly End[];
  readonly shown: readonly (typeof STATES)[number][];
}

function Picture({ ends, shown }: PictureProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  const stacks = ends.map((end): Stack => {
    const place = format.day(lastOf({ from: end.day, until: end.day }));
    const parts = format.list(
      shown.map((state) => `${t(`health-people.state.${state}`)} ${format.number(end.states[state])}`),
    );
    return {
      place,
      above: shown.map((state) => ({ id: state, fill: FILLS[state], value: end.states[state] })),
      title: t('health-people.column', { place, parts }),
      partial: end.partial,
    };
  });
  return (
    <Stacks
      label={t('health-people.states')}
      stacks={stacks}
      show={(n) => t('health-people.persons', { n, count: format.number(n) })}
    />
  );
}

function StatesTable({ ends }: { readonly ends: readonly End[] }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const sum = ({ states }: End): number => STATES.reduce((total, state) => total + states[state], 0);
  return (
    <div className="max-h-80 overflow-y-auto">
      <Table
        caption={t('health-people.states')}
        rows={ends}
        rowKey={({ day }) => day}
        columns={[
          {
            id: 'day',
            header: t('health-people.states.end'),
            cell: ({ day, partial }) => {
              const text = format.day(lastOf({ from: day, until: day }));
              return partial ? `${text} (${t('ui.chart.partial')})` : text;
            },
          },
          ...STATES.map((state) => ({
            id: state,
            header: t(`health-people.state.${state}`),
            figures: true,
            cell: (end: End) => format.number(end.states[state]),
          })),
          {
            id: 'sum',
            header: t('health-people.sum'),
            figures: true,
            cell: (end: End) => format.number(sum(end)),
          },
        ]}
      />
    </div>
  );
}
