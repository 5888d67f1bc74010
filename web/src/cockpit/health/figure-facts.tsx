import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { FigureAnswer } from '#cockpit/figures/wire.ts';
import { useHere } from '#web/app/session.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Card } from '#web/ui/card.tsx';
import { CopyButton } from '#web/ui/copy-button.tsx';
import { addressOfRequest } from './definition.ts';
import { partsOf } from './parts.ts';
import { newestText } from './say-figure.ts';

interface FactsProps {
  readonly answer: FigureAnswer;
}

/** What the value is made of, or what must be read beside it. */
export function FigureMadeOf({ answer }: FactsProps): ReactNode {
  const speech = { t: useWords(), format: useFormat() };
  const parts = partsOf(answer, speech);
  if (parts.length === 0) return undefined;
  return (
    <Card title={speech.t('health.made_of')}>
      <dl className="grid gap-1">
        {parts.map(({ name, text }) => (
          <div key={name} className="flex items-baseline justify-between gap-3">
            <dt className="text-soft">{name}</dt>
            <dd className="text-right font-medium tabular-nums">{text}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

/** The places that could not answer, each with the reason. */
export function FigureLeftOut({ answer }: FactsProps): ReactNode {
  const t = useWords();
  if (answer.leftOut.length === 0) return undefined;
  return (
    <Card title={t('health.left_out')}>
      <ul className="grid gap-1">
        {answer.leftOut.map(({ place, reason }) => (
          <li key={place.id}>
            <span className="font-medium">{place.name}</span>{' '}
            <span className="text-soft">{t(`health.left_out.one.${reason}`)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** The request that gives the same number, and until when the facts reach. */
export function FigureElsewhere({ ws, answer }: FactsProps & { readonly ws: string }): ReactNode {
  const speech = { t: useWords(), format: useFormat() };
  const { t } = speech;
  const { space } = useHere();
  const address = addressOfRequest(answer);
  return (
    <Card title={t('health.api')} aside={t('health.fresh.text', { newest: newestText(answer, speech) })}>
      <div className="flex flex-wrap items-center gap-2 pt-1">
        <code className="min-w-0 flex-1 basis-72 rounded-md bg-sunk px-2 py-1 font-mono text-sm break-all">
          {address}
        </code>
        <CopyButton text={address} label={t('health.api.copy')} />
      </div>
      <p className="pt-1.5 text-sm text-soft">
        {t('health.api.key')}{' '}
        {space.can.manageKeys && (
          <Link to="/$ws/settings/keys" params={{ ws }} className="link">
            {t('health.api.keys')}
          </Link>
        )}
      </p>
    </Card>
  );
}
