import type { ReactNode } from 'react';
import { useWords } from '#web/i18n/index.ts';

const TILES = 6;

/** The page's own shape while its figures are on their way; said once to readers of screens. */
export function TileSkeletons(): ReactNode {
  const t = useWords();
  return (
    <div role="status" className="grid gap-3.5">
      <span className="sr-only">{t('ui.loading')}</span>
      <div className="h-16 animate-pulse rounded-lg bg-cockpit-wash" />
      <div className="grid gap-3.5 wide:grid-cols-2 large:grid-cols-3">
        {Array.from({ length: TILES }, (_, tile) => (
          <div key={tile} className="grid h-44 content-start gap-3 rounded-lg border border-line bg-card px-3.5 py-3">
            <div className="h-3 w-1/2 animate-pulse rounded-sm bg-hover" />
            <div className="h-5 w-1/3 animate-pulse rounded-sm bg-hover" />
            <div className="h-11 animate-pulse rounded-sm bg-sunk" />
            <div className="h-3 w-4/5 animate-pulse rounded-sm bg-hover" />
          </div>
        ))}
      </div>
    </div>
  );
}
