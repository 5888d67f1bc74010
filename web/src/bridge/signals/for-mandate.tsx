import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Signal } from '#bridge/signals/wire.ts';
import { useWords } from '#web/i18n/index.ts';

/** For which mandate the field was acting where something was heard. */
export function ForMandate({ ws, mandate }: { readonly ws: string; readonly mandate: Signal['mandate'] }): ReactNode {
  const t = useWords();
  if (mandate === null) return undefined;
  return (
    <small>
      {t('signals.mandate')}{' '}
      <Link to="/$ws/mandates/$mandate" params={{ ws, mandate: mandate.id }} className="link">
        {mandate.intention}
      </Link>
    </small>
  );
}
