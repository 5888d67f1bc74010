import type { ReactNode } from 'react';
import type { MandateEvent } from '#bridge/mandates/wire.ts';
import { useWords } from '#web/i18n/index.ts';
import type { WordKey } from '#web/i18n/index.ts';
import { Card } from '#web/ui/card.tsx';
import { Dots } from '#web/ui/dots.tsx';
import { When } from '#web/ui/when.tsx';

/** What the record says happened to it, the newest first. */
export function Events({ events }: { readonly events: readonly MandateEvent[] }): ReactNode {
  const t = useWords();
  return (
    <Card title={t('mandates.events')}>
      <ol className="grid gap-1.5">
        {events.map(({ number, at, action, who }) => (
          <li key={number} className="grid">
            <span>{t(`record.done.${action}` as WordKey)}</span>
            <small>
              <Dots>
                <When when={{ at }} />
                {who}
              </Dots>
            </small>
          </li>
        ))}
      </ol>
    </Card>
  );
}
