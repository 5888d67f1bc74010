import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { KeptEvidence } from '#bridge/signals/wire.ts';
import { api } from '#web/app/api.ts';
import { sayProblem } from '#web/app/say-problem.ts';
import { useAct } from '#web/app/use-act.ts';
import { useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Combobox } from '#web/ui/combobox.tsx';
import { Field } from '#web/ui/field.tsx';
import { say } from '#web/ui/toast.tsx';
import { openInsightsQuery } from './signals-query.ts';

interface CounterFieldProps {
  readonly ws: string;
  readonly messageId: string;
  readonly onDone: (words: string, undo?: () => void) => void;
}

/** A message that says otherwise than an insight is kept against it. Nothing is asked while there is no insight. */
export function CounterField({ ws, messageId, onDone }: CounterFieldProps): ReactNode {
  const t = useWords();
  const queries = useQueryClient();
  const insights = useQuery(openInsightsQuery(ws));
  const [chosen, setChosen] = useState<string>();
  const { busy, problem, run } = useAct();
  const options = (insights.data?.items ?? []).map(({ id, statement }) => ({ value: id, label: statement }));
  if (options.length === 0) return undefined;
  const leave = async (id: string): Promise<void> => {
    try {
      await api.delete(`/insights/${chosen ?? ''}/counters/${id}`);
      say(t('signals.counter.undone'));
    } catch (error) {
      sayProblem(error, t);
    }
    await queries.invalidateQueries({ queryKey: [ws, 'insights'] });
  };
  const keep = (): void =>
    run(async () => {
      const { id } = await api.post<KeptEvidence>(`/insights/${chosen ?? ''}/counters`, { messageId });
      const isDraft = insights.data?.items.find((one) => one.id === chosen)?.state === 'draft';
      // What was sent to somebody to decide on stays.
      onDone(t('signals.counter.done'), isDraft ? () => void leave(id) : undefined);
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
