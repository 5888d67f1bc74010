import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ReviewView } from '#rocket/path/wire.ts';
import { useToday } from '#web/app/today.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Dots } from '#web/ui/dots.tsx';
import { More, MOST } from './review-more.tsx';
import { ReviewPart } from './review-part.tsx';

type Insights = ReviewView['insights'];

interface HeardProps {
  readonly ws: string;
  readonly insights: Insights;
  /** How many there are in all. */
  readonly of: number;
  readonly signals: number;
}

/** What members said, gathered; two of their sayings each, without names. */
export function Heard({ ws, insights, of, signals }: HeardProps): ReactNode {
  const t = useWords();
  return (
    <ReviewPart number={2} title={t('path.review.heard')}>
      <p className="text-soft">{t('path.review.heard.count', { signals, insights: of })}</p>
      {insights.slice(0, MOST.heard).map((one) => (
        <div key={one.id} className="break-inside-avoid">
          <p className="print:line-clamp-2">
            <Link
              to="/$ws/insights/$insight"
              params={{ ws, insight: one.id }}
              className="font-semibold hover:underline"
            >
              {one.statement}
            </Link>{' '}
            <small>{t('path.review.members', { n: one.members })}</small>
          </p>
          {one.quotes.map((quote, place) => (
            <blockquote
              key={quote}
              className={`mt-1 border-l-2 border-line pl-3 text-soft print:line-clamp-2 ${place < MOST.quotes ? '' : 'no-print'}`}
            >
              {quote}
            </blockquote>
          ))}
        </div>
      ))}
      <More ws={ws} n={of - MOST.heard} at="insights" />
    </ReviewPart>
  );
}

/** What the organisation made of it, silence included. */
export function Decided({ ws, insights, of }: Omit<HeardProps, 'signals'>): ReactNode {
  const t = useWords();
  const today = useToday();
  const format = useFormat();
  return (
    <ReviewPart number={3} title={t('path.review.decided')}>
      {insights.length === 0 && <p className="text-soft">{t('path.review.decided.none')}</p>}
      <ul className="grid gap-2">
        {insights.slice(0, MOST.decided).map(({ id, statement, decision, due, told }) => (
          <li key={id} className="break-inside-avoid">
            <p className="print:line-clamp-2">
              <Link
                to="/$ws/decisions/$decision"
                params={{ ws, decision: id }}
                className="font-semibold hover:underline"
              >
                {statement}
              </Link>
            </p>
            {decision === null ? (
              <p className={due !== null && due < today ? 'text-late' : 'text-wait'}>
                {due === null ? t('path.review.silent') : t('path.review.silent.due', { day: format.day(due) })}
              </p>
            ) : (
              <>
                <p className="print:line-clamp-2">
                  <b>{t(`path.review.answer.${decision.answer}`)}</b> : {decision.reason}
                </p>
                <small>
                  <Dots>
                    {decision.by}
                    {format.day(decision.day)}
                    {t('path.review.told', { n: told })}
                  </Dots>
                </small>
              </>
            )}
          </li>
        ))}
      </ul>
      <More ws={ws} n={of - MOST.decided} at="decisions" />
    </ReviewPart>
  );
}
