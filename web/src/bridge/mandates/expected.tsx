import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { MandateView } from '#bridge/mandates/wire.ts';
import { useLanguage, useWords } from '#web/i18n/index.ts';
import { Card } from '#web/ui/card.tsx';
import { registryQuery } from './mandates-query.ts';
import { useSize } from './size.ts';

/** What would show that it worked, written before; its fingerprint stands in the record from the day it was given. */
export function Expected({ ws, mandate }: { readonly ws: string; readonly mandate: MandateView }): ReactNode {
  const t = useWords();
  const { expects, fingerprint, verdict, proofId, state } = mandate;
  return (
    <Card title={t('mandates.expects')}>
      {expects === null ? (
        <p className="text-soft">{t('mandates.expects.nothing')}</p>
      ) : (
        <ExpectedWords ws={ws} expects={expects} />
      )}
      {verdict !== null && <p className="mt-1.5 font-medium">{t(`mandates.verdict.${verdict}`)}</p>}
      {proofId !== null && (
        <p className="mt-1.5">
          <Link to="/$ws/proof/$proof" params={{ ws, proof: proofId }} className="link">
            {t('mandates.proof')}
          </Link>
        </p>
      )}
      {expects !== null && proofId === null && fingerprint !== null && state !== 'judged' && (
        <p className="no-print mt-1.5">
          <Link to="/$ws/proof/new" params={{ ws }} search={{ mandate: mandate.id }} className="link">
            {t('mandates.proof.write')}
          </Link>
        </p>
      )}
      {expects !== null && (
        <small className="mt-1.5 block break-words">
          {fingerprint === null ? t('mandates.expects.open') : t('mandates.expects.frozen', { hash: fingerprint })}
        </small>
      )}
    </Card>
  );
}

interface WordsProps {
  readonly ws: string;
  readonly expects: NonNullable<MandateView['expects']>;
}

function ExpectedWords({ ws, expects }: WordsProps): ReactNode {
  const t = useWords();
  const language = useLanguage();
  const { data } = useQuery(registryQuery(ws, language));
  const figure = data?.items.find(({ id }) => id === expects.figure);
  const { sayOf } = useSize();
  const words = {
    figure: figure?.name ?? '…',
    size: figure === undefined ? '…' : sayOf(figure.unit, expects.size),
  };
  const isCut = Object.keys(expects.slice).length > 0;
  return (
    <>
      <p>{t(`mandates.expects.${expects.direction}`, words)}</p>
      <p className="text-soft">{t(isCut ? 'mandates.expects.cut' : 'mandates.expects.whole')}</p>
    </>
  );
}
