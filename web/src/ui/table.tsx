import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '#web/i18n/index.ts';
import { cx } from './cx.ts';

export interface Column<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand at the end of their column. */
  readonly figures?: boolean;
  readonly sortable?: boolean;
  /** Left out below 900 px; what it says must be found elsewhere. */
  readonly wideOnly?: boolean;
}

export interface Sort {
  readonly by: string;
  readonly descending: boolean;
}

interface TableProps<Row> {
  /** What the table holds; read first, shown when `showCaption`. */
  readonly caption: string;
  readonly showCaption?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly sort?: Sort;
  readonly onSort?: (sort: Sort) => void;
}

const CELL = 'px-3 py-1.5 first:pl-3.5 last:pr-3.5';

/** Rows to compare. The first column names the row. Too wide for the screen, it scrolls by itself. */
export function Table<Row>({
  caption,
  showCaption = false,
  columns,
  rows,
  rowKey,
  sort,
  onSort,
}: TableProps<Row>): ReactNode {
  return (
    <div
      role="region"
      aria-label={caption}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by the keyboard
      tabIndex={0}
      className="overflow-x-auto rounded-lg border border-line bg-card"
    >
      <table className="w-full border-collapse text-left">
        <caption className={showCaption ? 'px-3.5 pt-3 pb-1 text-left text-sm font-semibold text-soft' : 'sr-only'}>
          {caption}
        </caption>
        <thead>
          <tr className="border-b border-line text-sm text-soft">
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="border-b border-line last:border-b-0 hover:bg-sunk">
              {columns.map((column, place) => {
                const Cell = place === 0 ? 'th' : 'td';
                return (
                  <Cell
                    key={column.id}
                    {...(place === 0 ? { scope: 'row' } : {})}
                    className={cx(CELL, 'align-top font-normal', shape(column))}
                  >
                    {column.cell(row)}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function shape<Row>({ figures = false, wideOnly = false }: Column<Row>): string {
  return cx(figures && 'text-right tabular-nums', wideOnly && 'hidden wide:table-cell');
}

interface HeaderCellProps<Row> {
  readonly column: Column<Row>;
  readonly sort: Sort | undefined;
  readonly onSort: ((sort: Sort) => void) | undefined;
}

function HeaderCell<Row>({ column, sort, onSort }: HeaderCellProps<Row>): ReactNode {
  const t = useWords();
  const mine = sort?.by === column.id ? sort : undefined;
  const order = mine === undefined ? undefined : mine.descending ? 'descending' : 'ascending';
  const Arrow = mine?.descending === true ? ArrowDown : ArrowUp;
  if (column.sortable !== true || onSort === undefined) {
    return (
      <th scope="col" className={cx(CELL, 'font-semibold', shape(column))}>
        {column.header}
      </th>
    );
  }
  return (
    <th scope="col" aria-sort={order} className={cx(CELL, 'font-semibold', shape(column))}>
      <button
        type="button"
        title={t('ui.sort.by', { column: column.header })}
        onClick={() =>
          onSort({ by: column.id, descending: mine === undefined ? column.figures === true : !mine.descending })
        }
        className="-mx-1 inline-flex min-h-6 items-center gap-1 rounded-sm px-1 font-semibold hover:bg-hover hover:text-ink"
      >
        {column.header}
        {mine !== undefined && <Arrow aria-hidden size={12} />}
      </button>
    </th>
  );
}
