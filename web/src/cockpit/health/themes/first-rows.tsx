import { useState } from 'react';
import type { ReactNode } from 'react';
import { useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';

const AT_FIRST = 12;

/** The first of many rows, and a button for the others; all of them when printed would be a wall. */
export function useFirstRows<Row>(rows: readonly Row[]): { readonly shown: readonly Row[]; readonly more: ReactNode } {
  const t = useWords();
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, AT_FIRST);
  const left = rows.length - shown.length;
  const more = left > 0 && (
    <Button tone="quiet" className="no-print mt-1" onClick={() => setAll(true)}>
      {t('health-themes.more', { n: left })}
    </Button>
  );
  return { shown, more };
}
