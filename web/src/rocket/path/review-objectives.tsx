import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ReviewView } from '#rocket/path/wire.ts';
import { registryQuery } from '#web/cockpit/health/figures-query.ts';
import { valueText } from '#web/cockpit/health/say-figure.ts';
import { useFormat, useLanguage, useWords } from '#web/i18n/index.ts';
import { Chip } from '#web/ui/chip.tsx';
import { Dots } from '#web/ui/dots.tsx';
import { More, MOST } from './review-more.tsx';
import { ReviewPart } from './review-part.tsx';

type Objective = ReviewView['objectives'][number];

/** What is aimed at, and how far it has come, as it was last measured. */
export function Objectives({
  ws,
  objectives,
  of,
}: {
  readonly ws: string;
  readonly objectives: readonly Objective[];
  /** How many there are in all. */
  readonly of: number;
}): ReactNode {
  const t = useWords();
  const format = useFormat();
  return (
    <ReviewPart number={1} title={t('path.review.objectives')}>
      {objectives.length === 0 && (
        <p className="text-soft">
          {t('path.review.objectives.none')}{' '}
          <Link to="/$ws/course" params={{ ws }} className="link no-print">
            {t('path.review.objectives.do')}
          </Link>
        </p>
      )}
      {objectives.slice(0, MOST.objectives).map((one) => (
        <div key={one.id} className="grid gap-1 break-inside-avoid">
          <p className="print:line-clamp-2">
            <Link
              to="/$ws/course/$objective"
              params={{ ws, objective: one.id }}
              className="font-semibold hover:underline"
            >
              {one.title}
            </Link>{' '}
            <Chip>{t(`path.review.state.${one.state}`)}</Chip>
          </p>
          <p className="print:line-clamp-2">{one.reason}</p>
          <small>
            <Dots>
              {t('path.review.horizon', { day: format.day(one.horizon) })}
              {one.sponsor === null ? t('path.review.no_sponsor') : t('path.review.sponsor', { name: one.sponsor })}
            </Dots>
          </small>
          <KeyResults ws={ws} keyResults={one.keyResults} />
        </div>
      ))}
      <More ws={ws} n={of - MOST.objectives} at="course" />
    </ReviewPart>
  );
}

function KeyResults({ ws, keyResults }: Pick<Objective, 'keyResults'> & { readonly ws: string }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const registry = useQuery(registryQuery(ws, useLanguage()));
  return (
    <ul className="list-disc pl-5">
      {keyResults.slice(0, MOST.keyResults).map((one) => {
        const card = registry.data?.items.find(({ id }) => id === one.figure);
        if (card === undefined) return undefined;
        const say = (value: number): string => valueText(card, value, { t, format });
        return (
          <li key={`${one.figure} ${one.due}`}>
            {t(one.latest === null ? 'path.review.key_result.unknown' : 'path.review.key_result', {
              figure: card.name,
              baseline: say(one.baseline),
              latest: one.latest === null ? '' : say(one.latest),
              target: say(one.target),
              due: format.day(one.due),
            })}
          </li>
        );
      })}
      {keyResults.length > MOST.keyResults && (
        <li className="text-soft">{t('path.review.more.key_results', { n: keyResults.length - MOST.keyResults })}</li>
      )}
    </ul>
  );
}
