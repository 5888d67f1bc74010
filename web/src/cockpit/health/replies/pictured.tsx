import { useState } from 'react';
import type { ReactNode } from 'react';
import { useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';

interface PicturedProps {
  readonly picture: ReactNode;
  /** The same to read. */
  readonly table: ReactNode;
  /** What the marks of the picture mean. */
  readonly legend?: ReactNode;
}

/** A picture, its legend, and the same as a table behind one button. */
export function Pictured({ picture, table, legend }: PicturedProps): ReactNode {
  const t = useWords();
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className="grid min-w-0 gap-1">
      {asTable ? table : picture}
      <figcaption className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-soft">
        {legend}
        <Button tone="quiet" className="no-print ml-auto h-6 px-1.5 text-sm" onClick={() => setAsTable(!asTable)}>
          {asTable ? t('ui.chart.chart') : t('ui.chart.table')}
        </Button>
      </figcaption>
    </figure>
  );
}

interface LegendProps {
  /** The class that gives the mark its colour. */
  readonly mark: string;
  readonly name: string;
}

/** A mark and what it means. */
export function Legend({ mark, name }: LegendProps): ReactNode {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span aria-hidden className={mark} />
      {name}
    </span>
  );
}
