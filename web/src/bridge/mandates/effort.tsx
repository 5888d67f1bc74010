import type { ReactNode } from 'react';
import type { MandateCard } from '#bridge/mandates/wire.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Dots } from '#web/ui/dots.tsx';

type EffortProps = Pick<MandateCard, 'spent' | 'effortHours'>;

/** Time written down against the time agreed on: a bar and a sentence that says what is not measured. */
export function Effort({ spent, effortHours }: EffortProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  const { minutes, acts, unmeasured } = spent;
  const hours = minutes / 60;
  const isOver = hours > effortHours;
  return (
    <div className="grid gap-1 tabular-nums">
      <progress
        className="meter"
        aria-label={t('mandates.effort')}
        value={Math.min(hours, effortHours)}
        max={effortHours}
      />
      <small className={isOver ? 'text-late' : ''}>
        <Dots>
          {t('mandates.effort.spent', { spent: format.number(hours), agreed: format.number(effortHours) })}
          {t('mandates.acts', { n: acts, count: format.number(acts, 0) })}
          {unmeasured > 0 && t('mandates.unmeasured', { n: unmeasured, count: format.number(unmeasured, 0) })}
        </Dots>
      </small>
    </div>
  );
}
