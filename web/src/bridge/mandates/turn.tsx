import type { ReactNode } from 'react';
import type { MandateView } from '#bridge/mandates/wire.ts';
import { useWords } from '#web/i18n/index.ts';
import { Card } from '#web/ui/card.tsx';
import { Effort } from './effort.tsx';
import { MandateChip } from './say-state.tsx';

/** Where it stands, whose turn it is, and how much of the time agreed on was spent. */
export function Turn({ mandate }: { readonly mandate: MandateView }): ReactNode {
  const t = useWords();
  const { state, isOverdue, host } = mandate;
  return (
    <Card title={t('mandates.standing')}>
      <div className="grid gap-2">
        <MandateChip {...mandate} />
        <p className="text-soft">
          {t(isOverdue ? 'mandates.turn.overdue' : `mandates.turn.${state}`, { host: host.name })}
        </p>
        <Effort {...mandate} />
      </div>
    </Card>
  );
}
