import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { MandateView } from '#bridge/mandates/wire.ts';
import type { FigureCard } from '#cockpit/figures/wire.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { differingIn, draftOf } from './draft.ts';
import type { Draft } from './draft.ts';
import { mandateQuery } from './mandates-query.ts';
import { MandateChip } from './say-state.tsx';
import { stepIn } from './size.ts';

interface ChangedProps {
  readonly ws: string;
  readonly mandate: MandateView;
  readonly figures: readonly FigureCard[];
  /** What one began from. */
  readonly start: Draft;
  readonly onTake: (theirs: Draft) => void;
  /** Saves what is written here over the version that stands there now. */
  readonly onKeep: (version: number) => void;
}

/** Somebody changed the mandate meanwhile: what of it, where it stands now, and whose words are to stay. */
export function Changed({ ws, mandate, figures, start, onTake, onKeep }: ChangedProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  const { data } = useQuery({ ...mandateQuery(ws, mandate.id), staleTime: 0 });
  if (data === undefined || data.version === mandate.version) return null;
  const theirs = draftOf(data, stepIn(figures));
  const names = [...new Set(differingIn(start, theirs).map((name) => t(`mandates.part.${name}`)))];
  const isOpen = data.can.change || data.can.answer;
  return (
    <section role="alert" className="grid gap-2 rounded-lg border border-wait bg-wait-wash px-3.5 py-3">
      <b>{t('mandates.changed')}</b>
      <MandateChip {...data} />
      {names.length > 0 && <p>{t('mandates.changed.parts', { names: format.list(names) })}</p>}
      {isOpen && (
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => onTake(theirs)}>{t('mandates.changed.take')}</Button>
          <Button onClick={() => onKeep(data.version)}>{t('mandates.changed.keep')}</Button>
        </div>
      )}
    </section>
  );
}
