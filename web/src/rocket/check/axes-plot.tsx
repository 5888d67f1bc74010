import type { ReactNode } from 'react';
import type { AxesView, CheckView } from '#rocket/check/wire.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Card } from '#web/ui/card.tsx';

interface AxesPlotProps {
  readonly axes: AxesView;
  readonly history: CheckView['history'];
}

/**
 * Where one stands: how much is animated, how much is piloted; the months before as a faint trail. The names of the
 * corners stand outside, where no point can lie on them.
 */
export function AxesPlot({ axes, history }: AxesPlotProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  const say = (share: number | null): string => (share === null ? t('check.unavailable') : format.percent(share));
  return (
    <Card title={t('check.axes')}>
      <svg viewBox="-14 -14 226 252" aria-hidden className="mt-1 h-auto w-full max-w-[17rem] text-faint">
        <path d="M8 4V206H210" fill="none" stroke="currentColor" strokeWidth="1.500" />
        <path d="M109 4V206M8 105H210" fill="none" className="stroke-line" />
        <g fontSize="10" fill="currentColor">
          <text x="8" y="-4">
            {t('check.corner.pilot')}
          </text>
          <text x="210" y="-4" textAnchor="end">
            {t('check.corner.whole')}
          </text>
          <text x="8" y="219">
            {t('check.corner.ground')}
          </text>
          <text x="210" y="219" textAnchor="end">
            {t('check.corner.host')}
          </text>
          <text x="210" y="235" textAnchor="end">
            {t('check.axis.animates')} →
          </text>
          <text transform="translate(0 60) rotate(-90)" textAnchor="middle">
            {t('check.axis.pilots')} →
          </text>
        </g>
        {history.map(({ month, axes: then }) => (
          <Dot key={month} axes={then} small />
        ))}
        <Dot axes={axes} />
      </svg>
      <p className="mt-1">
        <b>{t(`check.corner.${cornerOf(axes)}`)}</b>
      </p>
      <p className="text-sm text-soft">
        {t('check.axes.said', { animates: say(axes.animates), pilots: say(axes.pilots) })}
      </p>
    </Card>
  );
}

function Dot({
  axes: { animates, pilots },
  small = false,
}: {
  readonly axes: AxesView;
  readonly small?: boolean;
}): ReactNode {
  if (animates === null || pilots === null) return undefined;
  const [x, y] = [16 + animates * 186, 198 - pilots * 186];
  if (small) return <circle cx={x} cy={y} r="2.500" className="fill-faint" />;
  return (
    <>
      <circle cx={x} cy={y} r="10" className="fill-cockpit-wash" />
      <circle cx={x} cy={y} r="6" className="fill-cockpit" />
    </>
  );
}

function cornerOf({ animates, pilots }: AxesView): 'unknown' | 'whole' | 'host' | 'pilot' | 'ground' {
  if (animates === null || pilots === null) return 'unknown';
  if (animates >= 0.5) return pilots >= 0.5 ? 'whole' : 'host';
  return pilots >= 0.5 ? 'pilot' : 'ground';
}
