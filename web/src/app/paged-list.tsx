import type { ReactNode } from 'react';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { VirtualList } from '#web/ui/virtual-list.tsx';
import type { Pages } from './use-pages.ts';

interface PagedListProps<Row extends { readonly id: string }> {
  readonly label: string;
  readonly pages: Pages<Row>;
  readonly rowHeight: number;
  /** One row; undefined while it is on its way. */
  readonly row: (row: Row | undefined) => ReactNode;
  readonly onOpen: (row: Row) => void;
  /** What stands instead of a list that holds nothing. */
  readonly empty: ReactNode;
}

/** A list as long as it may be, in its four states: on its way, failed, empty, there. */
export function PagedList<Row extends { readonly id: string }>({
  label,
  pages,
  rowHeight,
  row,
  onOpen,
  empty,
}: PagedListProps<Row>): ReactNode {
  if (pages.error !== undefined && pages.error !== null) return <ErrorNote error={pages.error} onRetry={pages.retry} />;
  if (pages.total === undefined) return <Skeleton />;
  if (pages.total === 0) return empty;
  const open = (index: number): void => {
    const chosen = pages.at(index);
    if (chosen !== undefined) onOpen(chosen);
  };
  return (
    <VirtualList
      label={label}
      count={pages.total}
      keyOf={(index) => pages.at(index)?.id ?? String(index)}
      row={(index) => row(pages.at(index))}
      rowHeight={rowHeight}
      onOpen={open}
      onRange={pages.want}
      className="max-h-[calc(100dvh-9.5rem)] rounded-lg border border-line bg-card max-wide:max-h-[calc(100dvh-16rem)]"
    />
  );
}
