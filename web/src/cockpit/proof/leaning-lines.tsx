import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useHere } from '#web/app/session.ts';
import { sayThree } from '#web/cockpit/value/say-value.ts';
import { useSpeech } from '#web/cockpit/value/use-speech.ts';
import { valueQuery } from '#web/cockpit/value/value-query.ts';
import { useLanguage } from '#web/i18n/index.ts';
import { Card } from '#web/ui/card.tsx';

interface LeaningLinesProps {
  readonly ws: string;
  readonly proofId: string;
}

/** Lines of the value model whose share due is from this proof; for whoever may read money. */
export function LeaningLines({ ws, proofId }: LeaningLinesProps): ReactNode {
  const { space } = useHere();
  const value = useQuery({ ...valueQuery(ws, useLanguage()), enabled: space.can.readValue });
  const sheet = value.data?.sheet;
  const speech = useSpeech(sheet?.currency ?? 'EUR');
  const leaning = (sheet?.lines ?? []).flatMap(({ id, name, inputs }) =>
    inputs.filter(({ given }) => given.proof?.id === proofId).map(({ given, unit }) => ({ id, name, given, unit })),
  );
  if (leaning.length === 0) return undefined;
  return (
    <Card title={speech.t('value.proof.lines')}>
      <ul className="grid gap-1.5">
        {leaning.map(({ id, name, given, unit }) => (
          <li key={id}>
            <Link to="/$ws/value" params={{ ws }} className="link">
              {name}
            </Link>{' '}
            <small>{speech.t('value.proof.line', { three: sayThree(unit, given, speech) })}</small>
          </li>
        ))}
      </ul>
    </Card>
  );
}
