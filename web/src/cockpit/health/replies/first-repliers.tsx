import type { ReactNode } from 'react';
import type { FirstRepliers as Detail } from '#cockpit/figures/replies/wire.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Card } from '#web/ui/card.tsx';
import { cx } from '#web/ui/cx.ts';
import { Table } from '#web/ui/table.tsx';
import { useWidth } from '#web/ui/use-width.ts';
import type { DetailProps } from '../details.ts';
import { Legend, Pictured } from './pictured.tsx';

type Point = Detail['points'][number];

/** From the foot of a column upwards. */
const PARTS = ['members', 'staff', 'both', 'unanswered'] as const;
type Part = (typeof PARTS)[number];

const FILLS: Readonly<Record<Part, string>> = {
  members: 'fill-field',
  staff: 'fill-bridge',
  both: 'fill-faint',
  unanswered: 'fill-hover',
};
const MARKS: Readonly<Record<Part, string>> = {
  members: 'bg-field',
  staff: 'bg-bridge',
  both: 'bg-faint',
  unanswered: 'bg-hover',
};
const HEIGHT = 180;

function sumOf(point: Point): number {
  return PARTS.reduce((sum, part) => sum + point[part], 0);
}

/** Who gave the first reply, week by week or month by month; threads without one on top. */
export function FirstRepliers({ detail }: DetailProps<Detail>): ReactNode {
  const t = useWords();
  const { points, bucket } = detail;
  if (points.every((point) => sumOf(point) === 0)) return undefined;
  const present = PARTS.filter((part) => points.some((point) => point[part] > 0));
  return (
    <Card title={t('health-replies.repliers')} aside={t(`health.by.${bucket}`)}>
      <Pictured
        picture={<Columns detail={detail} />}
        table={<RepliersTable detail={detail} />}
        legend={
          <>
            {present.map((part) => (
              <Legend
                key={part}
                mark={cx('size-2.5 rounded-sm', MARKS[part])}
                name={t(`health-replies.first.${part}`)}
              />
            ))}
            {points.some(({ partial }) => partial) && (
              <Legend mark="size-2.5 rounded-sm bg-field opacity-60" name={t('ui.chart.partial')} />
            )}
          </>
        }
      />
    </Card>
  );
}

function usePlaces({ points, bucket }: Detail): readonly string[] {
  const format = useFormat();
  return points.map(({ from }) => (bucket === 'month' ? format.day(from, 'month') : format.day(from)));
}

function Columns({ detail }: { readonly detail: Detail }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const [frame, width] = useWidth<HTMLDivElement>();
  const places = usePlaces(detail);
  const { points } = detail;
  const most = Math.max(1, ...points.map(sumOf));
  const room = width / Math.max(1, points.length);
  const thick = Math.max(1, Math.min(44, room * 0.72));
  return (
    <div>
      <div className="text-xs text-faint">{t('health-replies.threads', { n: most, count: format.number(most) })}</div>
      <div ref={frame} className="relative h-45 border-b border-line">
        <svg
          role="img"
          aria-label={t('health-replies.repliers')}
          width={width}
          height={HEIGHT}
          className="absolute inset-0"
        >
          {points.map((point, place) => (
            <Column
              key={point.from}
              point={point}
              left={place * room + (room - thick) / 2}
              thick={thick}
              unit={HEIGHT / most}
              title={t('health-replies.column', {
                place: places[place] ?? '',
                parts: format.list(
                  PARTS.map((part) => `${t(`health-replies.first.${part}`)} ${format.number(point[part])}`),
                ),
              })}
            />
          ))}
        </svg>
      </div>
      <div className="flex justify-between pt-0.5 text-xs text-faint">
        <span>{places[0]}</span>
        {places.length > 1 && <span>{places.at(-1)}</span>}
      </div>
    </div>
  );
}

interface ColumnProps {
  readonly point: Point;
  readonly left: number;
  readonly thick: number;
  /** Pixels for one thread. */
  readonly unit: number;
  readonly title: string;
}

function Column({ point, left, thick, unit, title }: ColumnProps): ReactNode {
  return (
    <g opacity={point.partial ? 0.6 : 1}>
      <title>{title}</title>
      {PARTS.map((part, place) => {
        const below = PARTS.slice(0, place + 1).reduce((sum, one) => sum + point[one], 0);
        return (
          <rect
            key={part}
            x={left}
            y={HEIGHT - below * unit}
            width={thick}
            height={point[part] * unit}
            className={FILLS[part]}
          />
        );
      })}
    </g>
  );
}

function RepliersTable({ detail }: { readonly detail: Detail }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const places = usePlaces(detail);
  const rows = detail.points.map((point, place) => ({ ...point, place: places[place] ?? '' }));
  return (
    <div className="max-h-72 overflow-y-auto">
      <Table
        caption={t('health-replies.repliers')}
        rows={rows}
        rowKey={({ from }) => from}
        columns={[
          {
            id: 'place',
            header: t('ui.chart.when'),
            cell: ({ place, partial }) => (partial ? `${place} (${t('ui.chart.partial')})` : place),
          },
          ...PARTS.map((part) => ({
            id: part,
            header: t(`health-replies.first.${part}`),
            figures: true,
            cell: (row: Point) => format.number(row[part]),
          })),
        ]}
      />
    </div>
  );
}
