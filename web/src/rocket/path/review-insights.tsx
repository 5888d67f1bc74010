import type { ReactNode } from 'react';
import type { ReviewView } from '#rocket/path/wire.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { ReviewPart } from './review-part.tsx';

type Insights = ReviewView['insights'];

/** What members said, gathered; two of their sayings each, without names. */
export function Heard({ insights, signals }: { readonly insights: Insights; readonly signals: number }): ReactNode {
  const t = useWords();
  return (
    <ReviewPart number={2} title={t('path.review.heard')}>
      <p className="text-soft">{t('path.review.heard.count', { signals, insights: insights.length })}</p>
      {insights.slice(0, 6).map((one) => (
        <div key={one.id} className="break-inside-avoid">
          <p>
            <b>{one.statement}</b> <small>{t('path.review.members', { n: one.members })}</small>
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
export function Decided({ insights }: { readonly insights: Insights }): ReactNode {
  const t = useWords();
  const format = useFormat();
  return (
    <ReviewPart number={3} title={t('path.review.decided')}>
      {insights.length === 0 && <p className="text-soft">{t('path.review.decided.none')}</p>}
      <ul className="grid gap-2">
        {insights.map(({ id, statement, decision, due, told }) => (
          <li key={id} className="break-inside-avoid">
            <b>{statement}</b>
            {decision === null ? (
              <p className="text-late">
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
