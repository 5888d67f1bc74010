import type { ReactNode } from 'react';
import { useWords } from '#web/i18n/index.ts';

const WIDTHS = ['w-11/12', 'w-3/4', 'w-5/6', 'w-2/3', 'w-4/5'];

/** The place of lines that are on their way; says so once to readers of screens. */
export function Skeleton({ lines = 3 }: { readonly lines?: number }): ReactNode {
  const t = useWords();
  return (
    <div role="status" className="grid gap-2.5 py-1">
      <span className="sr-only">{t('ui.loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className={`h-3 animate-pulse rounded-sm bg-hover ${WIDTHS[line % WIDTHS.length] ?? ''}`} />
      ))}
    </div>
  );
}
