import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Feeds as FeedsView } from '#cockpit/course/wire.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { StateChip } from '#web/ui/chip.tsx';
import type { State } from '#web/ui/chip.tsx';
import { Dots } from '#web/ui/dots.tsx';

const MANDATE_STATES = {
  given: 'waiting',
  accepted: 'good',
  discussed: 'waiting',
  active: 'running',
  done: 'good',
  judged: 'off',
} as const satisfies Readonly<Record<FeedsView['mandates'][number]['state'], State>>;

interface FeedsProps {
  readonly ws: string;
  readonly feeds: FeedsView;
}

/** What the field was asked to do for an objective, and what came up for it with the answer it got. */
export function Feeds({ ws, feeds: { mandates, insights } }: FeedsProps): ReactNode {
  const t = useWords();
  return (
    <section aria-labelledby="feeds" className="grid gap-2 break-inside-avoid">
      <h2 id="feeds">{t('course.feeds')}</h2>
      {mandates.length === 0 && insights.length === 0 && <p className="text-soft">{t('course.feeds.none')}</p>}
      <div className="grid items-start gap-3 large:grid-cols-2">
        {mandates.length > 0 && (
          <List title={t('course.feeds.mandates')}>
            {mandates.map((one) => (
              <Mandate key={one.id} ws={ws} mandate={one} />
            ))}
          </List>
        )}
        {insights.length > 0 && (
          <List title={t('course.feeds.insights')}>
            {insights.map((one) => (
              <Insight key={one.id} ws={ws} insight={one} />
            ))}
          </List>
        )}
      </div>
    </section>
  );
}

function List({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className="min-w-0 rounded-lg border border-line bg-card px-3.5 py-3">
      <h3 className="mb-1 text-sm text-soft">{title}</h3>
      <ul className="grid divide-y divide-line">{children}</ul>
    </div>
  );
}

interface MandateProps {
  readonly ws: string;
  readonly mandate: FeedsView['mandates'][number];
}

function Mandate({ ws, mandate }: MandateProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  const { id, intention, state, host, untilDay, effortHours, minutes, acts } = mandate;
  const [spent, agreed] = [format.number(minutes / 60), format.number(effortHours)];
  return (
    <li className="grid py-1.5">
      <span className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-3">
        <Link to="/$ws/mandates/$mandate" params={{ ws, mandate: id }} className="min-w-0 hover:underline">
          {intention}
        </Link>
        <StateChip state={MANDATE_STATES[state]}>{t(`course.mandate.${state}`)}</StateChip>
      </span>
      <small>
        <Dots>
          {t('course.feeds.mandate', { host, day: format.day(untilDay) })}
          {t('course.feeds.effort', { acts, spent, agreed })}
        </Dots>
      </small>
    </li>
  );
}

interface InsightProps {
  readonly ws: string;
  readonly insight: FeedsView['insights'][number];
}

function Insight({ ws, insight }: InsightProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  const { id, statement, due, answer } = insight;
  return (
    <li className="grid py-1.5">
      <span className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-3">
        <Link to="/$ws/insights/$insight" params={{ ws, insight: id }} className="min-w-0 hover:underline">
          {statement}
        </Link>
        <Link to="/$ws/decisions/$decision" params={{ ws, decision: id }} className="hover:underline">
          <StateChip state={answer === null ? 'waiting' : answer === 'yes' ? 'good' : 'off'}>
            {t(`course.answer.${answer ?? 'none'}`)}
          </StateChip>
        </Link>
      </span>
      {answer === null && due !== null && <small>{t('course.feeds.due', { day: format.day(due) })}</small>}
    </li>
  );
}
