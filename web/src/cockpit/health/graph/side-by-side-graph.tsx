import type { ReactNode } from 'react';
import { useWords } from '#web/i18n/index.ts';

interface SideBySideGraphProps {
  /** Absent while places are worked out. */
  readonly drawing: ReactNode;
  readonly list: ReactNode;
  readonly legend?: ReactNode;
}

/** A drawing and the list that says the same; on a phone the list stands below. */
export function SideBySideGraph({ drawing, list, legend }: SideBySideGraphProps): ReactNode {
  const t = useWords();
  return (
    <>
      <div className="grid items-start gap-2 wide:grid-cols-[minmax(0,1fr)_17rem]">
        <figure className="grid min-w-0 gap-1">
          {drawing === false ? <div aria-busy className="h-100 animate-pulse rounded-lg bg-sunk" /> : drawing}
          {legend !== undefined && (
            <figcaption className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-soft">{legend}</figcaption>
          )}
        </figure>
        {list}
      </div>
      <small className="no-print hidden pt-1 wide:block">{t('health-graph.keys')}</small>
    </>
  );
}
