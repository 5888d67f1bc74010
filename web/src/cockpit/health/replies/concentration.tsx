import type { ReactNode } from 'react';
import type { Concentration as Detail } from '#cockpit/figures/concentration/wire.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Card } from '#web/ui/card.tsx';
import { Table } from '#web/ui/table.tsx';
import { useWidth } from '#web/ui/use-width.ts';
import type { DetailProps } from '../details.ts';
import { ranksOf, shareOf } from './share.ts';
import { Legend, Pictured } from './pictured.tsx';

const HEIGHT = 240;

/** How much of what is written rests on how many: the most active first, and where half is reached. */
export function Concentration({ detail }: DetailProps<Detail>): ReactNode {
  const t = useWords();
  const format = useFormat();
  const { of, count, half, acts } = detail;
  if (acts === 0) return undefined;
  const even = Math.ceil(count / 2);
  return (
    <Card title={t(`health-replies.concentration.${of}`)}>
      <p className="pb-2">
        {t(`health-replies.half.${of}`, { half, of: format.number(count) })}{' '}
        <span className="text-soft">{t('health-replies.half.even', { n: even })}</span>
      </p>
      <Pictured
        picture={<Drawing detail={detail} />}
        table={<ShareTable detail={detail} />}
        legend={
          <>
            <Legend mark="h-0.5 w-3 rounded-full bg-cockpit" name={t(`health-replies.curve.${of}`)} />
            <Legend mark="w-3.5 border-t-2 border-dashed border-soft" name={t('health-replies.curve.even')} />
          </>
        }
      />
    </Card>
  );
}

function Drawing({ detail }: { readonly detail: Detail }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const [frame, width] = useWidth<HTMLDivElement>();
  const { of, count, half, points } = detail;
  const across = (n: number): number => Math.round((n / count) * width * 10) / 10;
  const down = (share: number): number => Math.round((1 - share) * HEIGHT * 10) / 10;
  const line = points.map(({ n, share }) => `${across(n)} ${down(share)}`).join('L');
  const held = shareOf(points, half);
  // The name of the point stands where there is room: right of it, else left.
  const isLeft = across(half) > width * 0.6;
  return (
    <div>
      <div className="text-xs text-faint">{t('health-replies.curve.all')}</div>
      <div ref={frame} className="relative h-[240px] border-b border-line">
        <svg
          role="img"
          aria-label={t(`health-replies.curve.${of}`)}
          width={width}
          height={HEIGHT}
          className="absolute inset-0 overflow-visible"
          fill="none"
        >
          <path d={`M0 ${HEIGHT}L${width} 0`} className="stroke-soft" strokeDasharray="4 4" />
          <path d={`M0 ${down(0.5)}H${across(half)}V${HEIGHT}`} className="stroke-line" />
          <text x="0" y={down(0.5) - 4} className="fill-faint text-xs">
            {format.percent(0.5)}
          </text>
          <path d={`M${line}`} className="stroke-cockpit" strokeWidth="2" strokeLinejoin="round" />
          <circle cx={across(half)} cy={down(held)} r="4" className="fill-card stroke-cockpit" strokeWidth="2" />
          <text
            x={across(half) + (isLeft ? -10 : 10)}
            y={down(held) + 16}
            textAnchor={isLeft ? 'end' : 'start'}
            className="fill-ink stroke-card text-sm"
            strokeWidth="4"
            paintOrder="stroke"
          >
            {`${t(`health-replies.count.${of}`, { n: half, count: format.number(half) })} · ${format.percent(held)}`}
          </text>
        </svg>
      </div>
      <div className="flex justify-between pt-0.5 text-xs text-faint">
        <span>{t('health-replies.curve.most')}</span>
        <span>{t(`health-replies.count.${of}`, { n: count, count: format.number(count) })}</span>
      </div>
    </div>
  );
}

function ShareTable({ detail }: { readonly detail: Detail }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const { of, count, half, points } = detail;
  return (
    <Table
      caption={t(`health-replies.curve.${of}`)}
      rows={ranksOf(count, half)}
      rowKey={String}
      columns={[
        {
          id: 'n',
          header: t('health-replies.curve.most'),
          cell: (n) => t(`health-replies.count.${of}`, { n, count: format.number(n) }),
        },
        {
          id: 'share',
          header: t('health-replies.curve.share'),
          figures: true,
          cell: (n) => format.percent(shareOf(points, n), 1),
        },
        {
          id: 'even',
          header: t('health-replies.curve.even'),
          figures: true,
          cell: (n) => format.percent(n / count, 1),
        },
      ]}
    />
  );
}
