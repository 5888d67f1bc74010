import type { ReactNode } from 'react';
import type { ReviewView } from '#rocket/path/wire.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { ReviewPart } from './review-part.tsx';

/** What was asked of the field and what it took. */
export function Effort({ effort: { minutes, tied, house, mandates } }: Pick<ReviewView, 'effort'>): ReactNode {
  const t = useWords();
  const format = useFormat();
  return (
    <ReviewPart number={4} title={t('path.review.effort')}>
      <p>{t('path.review.effort.done', { time: format.duration(minutes * 60), minutes, tied, house })}</p>
      {mandates.length === 0 && <p className="text-soft">{t('path.review.mandates.none')}</p>}
      <ul className="list-disc pl-5">
        {mandates.map((one) => (
          <li key={`${one.intention} ${one.host}`}>
            {t('path.review.mandate', { intention: one.intention, host: one.host, hours: format.number(one.hours) })}{' '}
            <small>{t(one.isProvable ? 'path.review.provable' : 'path.review.not_provable')}</small>
          </li>
        ))}
      </ul>
    </ReviewPart>
  );
}
