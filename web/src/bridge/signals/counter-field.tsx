import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { api } from '#web/app/api.ts';
import { useAct } from '#web/app/use-act.ts';
import { useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Combobox } from '#web/ui/combobox.tsx';
import { Field } from '#web/ui/field.tsx';
import { openInsightsQuery } from './signals-query.ts';

interface CounterFieldProps {
  readonly ws: string;
  readonly messageId: string;
  readonly onDone: (words: string) => void;
}

/** A message that says otherwise than an insight is kept against it. Nothing is asked while there is no insight. */
export function CounterField({ ws, messageId, onDone }: CounterFieldProps): ReactNode {
  const t = useWords();
  const insights = useQuery(openInsightsQuery(ws));
  const [chosen, setChosen] = useState<string>();
  const { busy, problem, run } = useAct();
  const options = (insights.data?.items ?? []).map(({ id, statement }) => ({ value: id, label: statement }));
  if (options.length === 0) return undefined;
  const keep = (): void =>
    run(async () => {
      await api.post(`/insights/${chosen ?? ''}/counters`, { messageId });
      onDone(t('signals.counter.done'));
    });
  return (
    <details className="rounded-md border border-line px-3 py-2">
      <summary className="cursor-pointer text-soft hover:text-ink">{t('signals.counter.open')}</summary>
      <div className="flex flex-wrap items-end gap-2 pt-2">
        <Field label={t('signals.counter.which')} error={problem?.detail} className="min-w-0 flex-1 basis-64">
          <Combobox options={options} value={chosen} onChange={setChosen} className="w-full" />
        </Field>
        <Button disabled={chosen === undefined} busy={busy} onClick={keep}>
          {t('signals.counter.keep')}
        </Button>
      </div>
    </details>
  );
}
