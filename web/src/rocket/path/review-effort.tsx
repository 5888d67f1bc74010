import type { ReactNode } from 'react';
import type { ReviewView } from '#rocket/path/wire.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { More, MOST } from './review-more.tsx';
import { ReviewPart } from './review-part.tsx';

interface EffortProps extends Pick<ReviewView, 'effort'> {
  readonly ws: string;
}

/** What was asked of the field and what it took. */
export function Effort({ ws, effort: { minutes, tied, house, mandates } }: EffortProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  return (
    <ReviewPart number={4} title={t('path.review.effort')}>
      <p>{t('path.review.effort.done', { time: format.duration(minutes * 60), minutes, tied, house })}</p>
      {mandates.length === 0 && <p className="text-soft">{t('path.review.mandates.none')}</p>}
      <ul className="list-disc pl-5">
        {mandates.slice(0, MOST.mandates).map((one) => (
          <li className="print:line-clamp-2" key={`${one.intention} ${one.host}`}>
            {t('path.review.mandate', { intention: one.intention, host: one.host, hours: format.number(one.hours) })}{' '}
            <small>{t(one.isProvable ? 'path.review.provable' : 'path.review.not_provable')}</small>
          </li>
        ))}
      </ul>
      <More ws={ws} n={mandates.length - MOST.mandates} at="mandates" />
    </ReviewPart>
  );
}
