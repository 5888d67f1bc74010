import type { ReactNode } from 'react';
import type { LeverView, ResultsView } from '#cockpit/value/results/wire.ts';
import type { SheetView } from '#cockpit/value/telling/wire.ts';
import { Card } from '#web/ui/card.tsx';
import { leverName } from './say-value.ts';
import { useSpeech } from './use-speech.ts';

const MOST = 8;

interface LeversProps {
  readonly sheet: SheetView;
  readonly results: ResultsView;
}

/** What moves the answer most: each number at its P10 and at its P90, the others at their middle. */
export function Levers({ sheet, results }: LeversProps): ReactNode {
  const { t, format, money } = useSpeech(sheet.currency);
  const shown = results.levers.slice(0, MOST);
  const heaviest = results.levers.toSorted((a, b) => b.share - a.share)[0];
  const ends = [results.middle, ...shown.flatMap(({ atP10, atP90 }) => [atP10, atP90])];
  const [from, until] = [Math.min(...ends), Math.max(...ends)];
  const at = (value: number): number => Math.round(((value - from) / (until - from || 1)) * 1000);
  return (
    <Card title={t('value.levers')}>
      {heaviest !== undefined && (
        <p className="mb-2">
          {t('value.levers.first', { name: leverName(heaviest, sheet, t), share: format.percent(heaviest.share) })}
        </p>
      )}
      <ul className="grid gap-2">
        {shown.map((lever) => (
          <li key={`${lever.lineId} ${lever.input}`} className="grid gap-x-3 wide:grid-cols-[minmax(0,20rem)_1fr]">
            <span className="min-w-0">{leverName(lever, sheet, t)}</span>
            <div className="grid gap-0.5">
              <Bar lever={lever} middle={at(results.middle)} at={at} />
              <small className="flex justify-between gap-2 text-soft tabular-nums">
                <span>{money.about(Math.min(lever.atP10, lever.atP90))}</span>
                <span>{t('value.levers.share', { share: format.percent(lever.share) })}</span>
                <span>{money.about(Math.max(lever.atP10, lever.atP90))}</span>
              </small>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

interface BarProps {
  readonly lever: LeverView;
  readonly middle: number;
  readonly at: (value: number) => number;
}

function Bar({ lever, middle, at }: BarProps): ReactNode {
  const [low, high] = [at(Math.min(lever.atP10, lever.atP90)), at(Math.max(lever.atP10, lever.atP90))];
  return (
    <svg aria-hidden viewBox="0 0 1000 12" preserveAspectRatio="none" className="block h-3 w-full">
      <rect x={low} y="1" width={Math.max(2, middle - low)} height="10" className="fill-late opacity-45" />
      <rect x={middle} y="1" width={Math.max(2, high - middle)} height="10" className="fill-cockpit opacity-55" />
      <rect x={middle - 1} y="0" width="2" height="12" className="fill-ink" />
    </svg>
  );
}
