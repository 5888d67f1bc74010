import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { RuleParts, SegmentView } from '#cockpit/segments/wire.ts';
import { useFormat, useLanguage, useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { sayRule } from './say-rule.ts';
import { segmentsQuery } from './segments-query.ts';

interface ChangedProps {
  readonly ws: string;
  readonly id: string;
  readonly parts: RuleParts;
  readonly onTake: (theirs: SegmentView) => void;
  /** Saves what is written here over the version that stands there now. */
  readonly onKeep: (version: number) => void;
}

/** Somebody changed the segment meanwhile: what it says now, and whose words are to stay. */
export function Changed({ ws, id, parts, onTake, onKeep }: ChangedProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  const language = useLanguage();
  const { data } = useQuery({ ...segmentsQuery(ws), staleTime: 0 });
  const theirs = data?.items.find((one) => one.id === id);
  if (theirs === undefined) return <p role="alert">{t('segments.gone.why')}</p>;
  return (
    <section role="alert" className="grid gap-2 rounded-lg border border-wait bg-wait-wash px-3.5 py-3">
      <b>{t('segments.changed')}</b>
      <p>
        {t('segments.changed.now', {
          name: theirs.name,
          rule: sayRule(theirs.rule, { t, format, language, parts }),
        })}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => onTake(theirs)}>{t('segments.changed.take')}</Button>
        <Button onClick={() => onKeep(theirs.version)}>{t('segments.changed.keep')}</Button>
      </div>
    </section>
  );
}
