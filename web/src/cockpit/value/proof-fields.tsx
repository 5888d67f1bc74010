import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ProofsOffered } from '#cockpit/value/wire.ts';
import { useLanguage, useWords } from '#web/i18n/index.ts';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Field } from '#web/ui/field.tsx';
import { Select } from '#web/ui/select.tsx';
import type { GivenDraft } from './draft.ts';
import { asTyped } from './numbers.ts';
import { sayThree } from './say-value.ts';
import { useSpeech } from './use-speech.ts';
import { offeredQuery } from './value-query.ts';

interface ProofFieldsProps {
  readonly ws: string;
  /** The id of a proof. */
  readonly chosen: string | null;
  readonly onChange: (change: Partial<GivenDraft>) => void;
}

/** Which proof the share due is from; choosing one fills in the range its verdict gives. */
export function ProofFields({ ws, chosen, onChange }: ProofFieldsProps): ReactNode {
  const t = useWords();
  const language = useLanguage();
  const offered = useQuery(offeredQuery(ws, language));
  const items = offered.data?.items ?? [];
  const proof = items.find(({ id }) => id === chosen);
  const choose = (id: string): void => {
    const share = items.find((one) => one.id === id)?.share;
    const typed = (value: number): string => asTyped('share', value, language);
    onChange({
      proof: id === '' ? null : id,
      ...(share && { low: typed(share.low), likely: typed(share.likely), high: typed(share.high) }),
    });
  };
  if (offered.isError) return <ErrorNote error={offered.error} onRetry={() => void offered.refetch()} />;
  const options = items.map(({ id, title, verdict }) => ({
    value: id,
    label: t('value.proof.option', { title, verdict: t(`proof.verdict.${verdict}`) }),
  }));
  return (
    <div className="grid gap-2 rounded-lg bg-cockpit-wash px-3 py-2">
      <Field label={t('value.proof')}>
        <Select
          className="w-full [&>select]:w-full"
          value={chosen ?? ''}
          options={[{ value: '', label: t('value.figure.choose') }, ...options]}
          onChange={choose}
        />
      </Field>
      {offered.data !== undefined && items.length === 0 && <p>{t('value.proof.none')}</p>}
      {proof !== undefined && <Given proof={proof} />}
    </div>
  );
}

/** The share a verdict gives, or why it gives none; of one that cannot tell, that its range is the least. */
function Given({ proof }: { readonly proof: ProofsOffered['items'][number] }): ReactNode {
  const speech = useSpeech('EUR');
  const { t } = speech;
  const { share, lack, verdict, figure } = proof;
  if (share === null) return <p role="status">{t(`value.proof.lack.${lack ?? 'nothing'}`)}</p>;
  return (
    <p role="status">
      {t('value.proof.gives', { figure, three: sayThree('share', share, speech) })}{' '}
      {verdict === 'cannot_tell' && t('value.proof.least')}
    </p>
  );
}
