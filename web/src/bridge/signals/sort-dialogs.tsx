import { useQuery } from '@tanstack/react-query';
import { useId, useRef, useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import type { Signal } from '#bridge/signals/wire.ts';
import { useAct } from '#web/app/use-act.ts';
import { useWords } from '#web/i18n/index.ts';
import type { WordKey } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Combobox } from '#web/ui/combobox.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Field } from '#web/ui/field.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import { openInsightsQuery } from './signals-query.ts';
import { useSort } from './use-sort.ts';

/** What is being done with the chosen signals. */
export type SortAct = 'merge' | 'insight' | 'dismiss';

interface SortDialogProps {
  readonly ws: string;
  readonly act: SortAct;
  readonly signals: readonly Signal[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const WORDS = {
  merge: { title: 'signals.merge.title', label: 'signals.merge.label', go: 'signals.merge.go' },
  insight: { title: 'signals.insight.title', label: 'signals.insight.label', go: 'signals.insight.go' },
  dismiss: { title: 'signals.dismiss.title', label: 'signals.dismiss.label', go: 'signals.dismiss.go' },
} as const satisfies Readonly<Record<SortAct, Readonly<Record<string, WordKey>>>>;

/** One question about the chosen signals: into which insight, what they say together, or why they are dismissed. */
export function SortDialog({ ws, act, signals, onClose, onDone }: SortDialogProps): ReactNode {
  const t = useWords();
  const form = useId();
  const sort = useSort(ws);
  const { busy, problem, run } = useAct();
  const [text, setText] = useState(act === 'insight' ? (signals[0]?.line ?? '') : '');
  const field = useRef<HTMLInputElement>(null);
  const [insight, setInsight] = useState<string>();
  const value = act === 'merge' ? (insight ?? '') : text.trim();
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (value === '') return;
    run(async () => {
      if (act === 'merge') await sort.merge(signals, value);
      else if (act === 'insight') await sort.gather(signals, value);
      else await sort.dismiss(signals, value);
      onDone();
    });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      focus={field}
      title={t(WORDS[act].title, { n: signals.length })}
      actions={
        <>
          <Button tone="quiet" onClick={onClose}>
            {t('signals.cancel')}
          </Button>
          <Button type="submit" form={form} tone="bridge" busy={busy} disabled={value === ''}>
            {t(WORDS[act].go)}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <Field label={t(WORDS[act].label)} error={problem?.detail}>
          {act === 'merge' ? (
            <OpenInsights ws={ws} value={insight} onChange={setInsight} />
          ) : (
            <TextInput
              ref={field}
              maxLength={act === 'insight' ? 400 : 1000}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}

interface OpenInsightsProps {
  readonly ws: string;
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined) => void;
}

function OpenInsights({ ws, value, onChange }: OpenInsightsProps): ReactNode {
  const t = useWords();
  const insights = useQuery(openInsightsQuery(ws));
  const options = (insights.data?.items ?? []).map(({ id, statement }) => ({ value: id, label: statement }));
  return (
    <Combobox
      options={options}
      value={value}
      onChange={onChange}
      placeholder={t('signals.merge.placeholder')}
      className="w-full"
    />
  );
}
