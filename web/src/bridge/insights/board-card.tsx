import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { InsightLine } from '#bridge/insights/wire.ts';
import { useToday } from '#web/app/today.ts';
import { useWords } from '#web/i18n/index.ts';
import { Chip, StateChip } from '#web/ui/chip.tsx';
import { cx } from '#web/ui/cx.ts';
import { Dots } from '#web/ui/dots.tsx';
import { markOf, sayDue, wordOf } from './say-insight.ts';

/** One insight on the board: what it says, what stands behind it, and the clock of whoever decides. */
export function BoardCard({ ws, insight }: { readonly ws: string; readonly insight: InsightLine }): ReactNode {
  const t = useWords();
  const { members, signals, counters } = insight;
  return (
    <article
      className={cx('grid gap-1.5 rounded-lg border bg-card px-3 py-2.5', insight.late ? 'border-late' : 'border-line')}
    >
      <Link to="/$ws/insights/$insight" params={{ ws, insight: insight.id }} className="font-medium hover:underline">
        {insight.statement}
      </Link>
      <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
        <StateChip state={markOf(insight)}>{t(wordOf(insight))}</StateChip>
        {insight.sentBack && <Chip hue="wait">{t('insights.sent_back')}</Chip>}
      </p>
      <small>
        <Dots>
          {t('insights.card.weight', { members, signals })}
          {counters > 0 && t('insights.card.counters', { n: counters })}
        </Dots>
      </small>
      <Clock insight={insight} />
      {insight.objective !== null && <small>{t('insights.card.objective', { title: insight.objective })}</small>}
    </article>
  );
}

/** Who decides, and by when, while an answer is still to come. */
function Clock({ insight }: { readonly insight: InsightLine }): ReactNode {
  const t = useWords();
  const today = useToday();
  const { owner, due, state, late } = insight;
  const isWaiting = state === 'draft' || state === 'submitted';
  const says = [
    ...(owner === null ? [] : [t('insights.card.owner', { name: owner })]),
    ...(due === null || !isWaiting ? [] : [sayDue(due, today, t)]),
  ];
  if (says.length === 0) return undefined;
  return (
    <small className={cx(late && 'font-medium text-late')}>
      <Dots>{says}</Dots>
    </small>
  );
}
