import type { ReactNode } from 'react';
import type { Blocks as Detail } from '#cockpit/figures/retention/wire.ts';
import type { Formatter } from '#web/i18n/index.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Card } from '#web/ui/card.tsx';
import { cx } from '#web/ui/cx.ts';
import { Table } from '#web/ui/table.tsx';
import { lastOf } from '../days.ts';
import type { DetailProps } from '../details.ts';
import { Legend, Pictured } from '../replies/pictured.tsx';
import { Stacks, type Stack } from './stacks.tsx';

type Block = Detail['blocks'][number];

const ABOVE = ['retained', 'resurrected', 'new'] as const;
const PARTS = [...ABOVE, 'lapsed'] as const;
type Part = (typeof PARTS)[number];

const FILLS: Readonly<Record<Part, string>> = {
  retained: 'fill-cockpit',
  resurrected: 'fill-bridge',
  new: 'fill-field',
  lapsed: 'fill-faint',
};
const MARKS: Readonly<Record<Part, string>> = {
  retained: 'bg-cockpit',
  resurrected: 'bg-bridge',
  new: 'bg-field',
  lapsed: 'bg-faint',
};
/** A share is written from so many persons on; below, both numbers are. */
const SHARE_FROM = 20;

/** Blocks of 28 days: who is there and since when above the line, who is no longer there below it. */
export function Blocks({ detail }: DetailProps<Detail>): ReactNode {
  const t = useWords();
  const last = detail.blocks.at(-1);
  if (last === undefined) return undefined;
  return (
    <Card title={t('health-people.blocks')}>
      <p className="pb-2">
        {t('health-people.blocks.sentence', {
          active: last.active,
          retained: last.retained,
          back: last.resurrected,
          fresh: last.new,
          lapsed: last.lapsed,
        })}
      </p>
      <Pictured
        picture={<Picture blocks={detail.blocks} />}
        table={<BlocksTable blocks={detail.blocks} />}
        legend={PARTS.map((part) => (
          <Legend key={part} mark={cx('size-2.5 rounded-sm', MARKS[part])} name={t(`health-people.block.${part}`)} />
        ))}
      />
      <small className="block pt-1 text-soft">{t('health-people.blocks.how')}</small>
    </Card>
  );
}

function Picture({ blocks }: { readonly blocks: readonly Block[] }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const stacks = blocks.map((block): Stack => {
    const layer = (part: Part) => ({ id: part, fill: FILLS[part], value: block[part] });
    const place = format.day(block.from);
    const parts = format.list(PARTS.map((part) => `${t(`health-people.block.${part}`)} ${format.number(block[part])}`));
    return {
      place,
      above: ABOVE.map(layer),
      below: [layer('lapsed')],
      title: t('health-people.column', { place, parts }),
      partial: block.partial,
    };
  });
  return (
    <Stacks
      label={t('health-people.blocks')}
      stacks={stacks}
      show={(n) => t('health-people.persons', { n, count: format.number(n) })}
    />
  );
}

function retentionText({ retention, retained, former }: Block, format: Formatter): string {
  if (retention === null) return '–';
  if (former < SHARE_FROM) return `${format.number(retained)}/${format.number(former)}`;
  return `${format.percent(retention.value)} (${format.percent(retention.low)} – ${format.percent(retention.high)})`;
}

function BlocksTable({ blocks }: { readonly blocks: readonly Block[] }): ReactNode {
  const t = useWords();
  const format = useFormat();
  return (
    <div className="max-h-80 overflow-y-auto">
      <Table
        caption={t('health-people.blocks')}
        rows={blocks}
        rowKey={({ from }) => from}
        columns={[
          {
            id: 'days',
            header: t('health-people.block.days'),
            cell: (block) => {
              const text = t('ui.period.range', { from: format.day(block.from), until: format.day(lastOf(block)) });
              return block.partial ? `${text} (${t('ui.chart.partial')})` : text;
            },
          },
          ...(['active', 'new', 'retained', 'resurrected', 'lapsed'] as const).map((part) => ({
            id: part,
            header: t(`health-people.block.${part}`),
            figures: true,
            cell: (block: Block) => format.number(block[part]),
          })),
          {
            id: 'retention',
            header: t('health-people.block.retention'),
            figures: true,
            cell: (block) => retentionText(block, format),
          },
          {
            id: 'quick',
            header: t('health-people.block.quick'),
            figures: true,
            cell: ({ quickRatio }) => (quickRatio === null ? '–' : format.number(quickRatio, 2)),
          },
        ]}
      />
    </div>
  );
}
