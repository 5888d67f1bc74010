import type { ReactNode } from 'react';
import type { Growth } from '#cockpit/figures/themes/wire.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';

interface GrowthTextProps {
  readonly growth: Growth;
  /** Mentions in the period before. */
  readonly before: number;
}

/** What became of a theme, in words: chance is said where chance may explain it. */
export function GrowthText({ growth, before }: GrowthTextProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  if (growth.state === 'cannot_tell') {
    return (
      <span className="text-soft">
        {t(`health-themes.cannot_tell.${growth.because}`)}
        {growth.because === 'too_few' && <small className="block">{t('health-themes.before', { n: before })}</small>}
      </span>
    );
  }
  const { ratio, low, high, change } = growth;
  const between = t('health-themes.between', { low: signed(low, format), high: signed(high, format) });
  return (
    <span>
      <span className={change === 'none' ? 'text-soft' : 'font-medium'}>
        {t(`health-themes.change.${change}`, { by: signed(ratio, format) })}
      </span>
      <small className="block">{between}</small>
    </span>
  );
}

/** Many times more is said as such; the rest in percent with its sign. */
function signed(ratio: number, format: ReturnType<typeof useFormat>): string {
  if (ratio >= 3) return `× ${format.number(ratio)}`;
  const change = ratio - 1;
  return `${change < 0 ? '−' : '+'}${format.percent(Math.abs(change))}`;
}
