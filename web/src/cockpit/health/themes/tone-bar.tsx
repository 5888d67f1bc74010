import type { ReactNode } from 'react';
import type { ToneCounts } from '#cockpit/figures/themes/wire.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';

/** How many were judged at all. */
export function judged({ negative, neutral, positive }: ToneCounts): number {
  return negative + neutral + positive;
}

const PARTS = [
  { tone: 'negative', mark: 'bg-late' },
  { tone: 'neutral', mark: 'bg-hover' },
  { tone: 'positive', mark: 'bg-field' },
] as const;

/** One bar cut by tone; the words and figures beside it say the same. */
export function ToneBar({ counts }: { readonly counts: ToneCounts }): ReactNode {
  const all = judged(counts);
  return (
    <span aria-hidden className="flex h-2.5 gap-0.5 overflow-hidden rounded-sm">
      {PARTS.map(({ tone, mark }) => (
        <span key={tone} className={mark} style={{ width: `${(100 * counts[tone]) / all}%` }} />
      ))}
    </span>
  );
}

export function ToneLegend({ counts }: { readonly counts: ToneCounts }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const all = judged(counts);
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1">
      {PARTS.map(({ tone, mark }) => (
        <li key={tone} className="inline-flex items-baseline gap-1.5">
          <span aria-hidden className={`${mark} size-2.5 self-center rounded-sm`} />
          {t(`health-themes.tone.${tone}`)}{' '}
          <span className="font-medium tabular-nums">{format.percent(counts[tone] / all)}</span>
          <small className="tabular-nums">{format.number(counts[tone], 0)}</small>
        </li>
      ))}
    </ul>
  );
}
