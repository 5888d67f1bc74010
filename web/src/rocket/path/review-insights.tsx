import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ReviewView } from '#rocket/path/wire.ts';
import { useToday } from '#web/app/today.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { ReviewPart } from './review-part.tsx';

type Insights = ReviewView['insights'];

interface HeardProps {
  readonly ws: string;
  readonly insights: Insights;
  readonly signals: number;
}

/** What members said, gathered; two of their sayings each, without names. */
export function Heard({ ws, insights, signals }: HeardProps): ReactNode {
  const t = useWords();
  return (
    <ReviewPart number={2} title={t('path.review.heard')}>
      <p className="text-soft">{t('path.review.heard.count', { signals, insights: insights.length })}</p>
      {insights.slice(0, 6).map((one) => (
        <div key={one.id} className="break-inside-avoid">
          <p>
            <Link
              to="/$ws/insights/$insight"
              params={{ ws, insight: one.id }}
              className="font-semibold hover:underline"
            >
              {one.statement}
            </Link>{' '}
            <small>{t('path.review.members', { n: one.members })}</small>
          </p>
          {one.quotes.map((quote) => (
            <blockquote key={quote} className="mt-1 border-l-2 border-line pl-3 text-soft">
              {quote}
            </blockquote>
          ))}
        </div>
      ))}
    </ReviewPart>
  );
}

/** What the organisation made of it, silence included. */
export function Decided({ ws, insights }: { readonly ws: string; readonly insights: Insights }): ReactNode {
  const t = useWords();
  const today = useToday();
  const format = useFormat();
  return (
    <ReviewPart number={3} title={t('path.review.decided')}>
      {insights.length === 0 && <p className="text-soft">{t('path.review.decided.none')}</p>}
      <ul className="grid gap-2">
        {insights.map(({ id, statement, decision, due, told }) => (
          <li key={id} className="break-inside-avoid">
            <Link to="/$ws/decisions/$decision" params={{ ws, decision: id }} className="font-semibold hover:underline">
              {statement}
            </Link>
            {decision === null ? (
              <p className={due !== null && due < today ? 'text-late' : 'text-wait'}>
                {due === null ? t('path.review.silent') : t('path.review.silent.due', { day: format.day(due) })}
              </p>
            ) : (
              <>
                <p>
                  <b>{t(`path.review.answer.${decision.answer}`)}</b> : {decision.reason}
                </p>
                <small>
                  {decision.by !== null && `${decision.by} · `}
                  {format.day(decision.day)} · {t('path.review.told', { n: told })}
                </small>
              </>
            )}
          </li>
        ))}
      </ul>
    </ReviewPart>
  );
}
