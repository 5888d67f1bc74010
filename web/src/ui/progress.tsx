import { useId } from 'react';
import type { ReactNode } from 'react';
import { useFormat, useWords } from '#web/i18n/index.ts';

interface ProgressProps {
  readonly label: ReactNode;
  readonly done: number;
  /** Unknown while the end cannot be told: then no percent and no time left are invented. */
  readonly total?: number | undefined;
  /** What is counted, in words: `messages lus`. */
  readonly unit?: string;
  /** Seconds left, when they can be told. */
  readonly left?: number | undefined;
}

/** Work that lasts: counts, share done, time left. */
export function Progress({ label, done, total, unit, left }: ProgressProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  const id = useId();
  const share = total === undefined || total === 0 ? undefined : Math.min(done / total, 1);
  const counts =
    total === undefined
      ? format.number(done, 0)
      : t('ui.progress.of', { done: format.number(done, 0), total: format.number(total, 0) });
  return (
    <div className="grid gap-1 tabular-nums">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span id={id} className="font-medium">
          {label}
        </span>
        {share !== undefined && <span>{format.percent(share)}</span>}
      </div>
      <progress aria-labelledby={id} className="meter" {...(share === undefined ? {} : { value: share, max: 1 })} />
      <small>
        {counts}
        {unit !== undefined && ` ${unit}`}
        {left !== undefined && ` · ${t('ui.progress.left', { time: format.duration(left) })}`}
      </small>
    </div>
  );
}
