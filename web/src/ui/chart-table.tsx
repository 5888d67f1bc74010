import type { ReactNode } from 'react';
import { useWords } from '#web/i18n/index.ts';
import type { Partly, Series } from './chart-path.ts';
import { Table } from './table.tsx';

interface ChartTableProps {
  readonly label: string;
  readonly places: readonly string[];
  readonly lines: readonly {
    readonly name: string;
    readonly values: Series;
    readonly partly?: Partly;
    readonly texts?: readonly string[];
  }[];
  readonly show: (value: number) => string;
  readonly beside?: readonly { readonly name: string; readonly texts: readonly string[] }[];
}

const NONE: Partly = [];

interface ChartRow {
  readonly place: string;
  readonly at: number;
}

/** The points of a chart, one below the other; also where there are none to draw. */
export function ChartTable({ label, places, lines, show, beside = [] }: ChartTableProps): ReactNode {
  const t = useWords();
  const rows = places.map((place, at): ChartRow => ({ place, at }));
  return (
    <div className="max-h-72 overflow-y-auto">
      <Table
        caption={label}
        rows={rows}
        rowKey={({ at }) => String(at)}
        columns={[
          { id: 'place', header: t('ui.chart.when'), cell: ({ place }) => place },
          ...lines.map(({ name, values, texts, partly = NONE }) => ({
            id: name,
            header: name,
            figures: true,
            cell: ({ at }: ChartRow) => {
              const value = values[at];
              const text = texts?.[at] ?? (value === undefined ? '–' : show(value));
              return partly[at] === true ? `${text} (${t('ui.chart.partial')})` : text;
            },
          })),
          ...beside.map(({ name, texts }) => ({
            id: name,
            header: name,
            figures: true,
            cell: ({ at }: ChartRow) => texts[at] ?? '–',
          })),
        ]}
      />
    </div>
  );
}
