import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import type { InsightView } from '#bridge/insights/wire.ts';
import { api } from '#web/app/api.ts';
import { useShortcut } from '#web/app/shortcuts.ts';
import { useAct } from '#web/app/use-act.ts';
import { useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Field } from '#web/ui/field.tsx';
import { TextArea, TextInput } from '#web/ui/text-input.tsx';
import { say } from '#web/ui/toast.tsx';
import type { Draft } from './draft.ts';
import { draftOf, patchOf } from './draft.ts';
import { AboutFields, OwnerFields } from './owner-fields.tsx';
import { LACK_WORDS } from './say-insight.ts';

interface AskFormProps {
  readonly ws: string;
  readonly insight: InsightView;
}

/** What the writer of a draft fills in; saving keeps it, submitting keeps it and hands it over. */
export function AskForm({ ws, insight }: AskFormProps): ReactNode {
  const t = useWords();
  const queries = useQueryClient();
  const { busy, problem, run } = useAct();
  const [draft, setDraft] = useState<Draft>(() => draftOf(insight));
  const change = (next: Partial<Draft>): void => setDraft((now) => ({ ...now, ...next }));
  const save = async (): Promise<number> => {
    const patch = patchOf(draft, insight.version);
    return (await api.patch<{ version: number }>(`/insights/${insight.id}`, patch)).version;
  };
  const keep = (isSubmitting: boolean): void =>
    run(async () => {
      try {
        const version = await save();
        if (isSubmitting) await api.post(`/insights/${insight.id}/submit`, { version });
        say(t(isSubmitting ? 'insights.submitted' : 'insights.saved'));
      } finally {
        await queries.invalidateQueries({ queryKey: [ws, 'insights'] });
      }
    });
  useShortcut('insightSave', () => keep(false));
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    keep(false);
  };
  return (
    <form onSubmit={submit} className="grid gap-3">
      <Field label={t('insights.statement')} error={problem?.about('statement')}>
        <TextArea
          maxLength={400}
          value={draft.statement}
          onChange={(event) => change({ statement: event.target.value })}
          className="min-h-14"
        />
      </Field>
      <Field label={t('insights.ask.what')} hint={t('insights.ask.hint')} optional>
        <TextArea maxLength={1000} value={draft.ask} onChange={(event) => change({ ask: event.target.value })} />
      </Field>
      <Field label={t('insights.options')} hint={t('insights.options.hint')} error={problem?.about('options')} optional>
        <TextArea
          value={draft.options}
          onChange={(event) => change({ options: event.target.value })}
          className="min-h-14"
        />
      </Field>
      <OwnerFields ws={ws} draft={draft} problem={problem} onChange={change} />
      <AboutFields ws={ws} draft={draft} onChange={change} />
      <Field label={t('insights.words')} hint={t('insights.words.hint')} error={problem?.about('words')} optional>
        <TextInput value={draft.words} onChange={(event) => change({ words: event.target.value })} />
      </Field>
      <Suggested words={insight.suggested} onTake={(words) => change({ words })} />
      {problem !== undefined && problem.errors.length === 0 && <p className="text-sm text-late">! {problem.detail}</p>}
      {insight.lacks.length > 0 && (
        <small>{t('insights.lacks', { what: insight.lacks.map((lack) => t(LACK_WORDS[lack])).join(', ') })}</small>
      )}
      {!insight.can.submit && <small>{t('insights.submit.pilot')}</small>}
      <div className="flex flex-wrap justify-end gap-2">
        <Button type="submit" busy={busy}>
          {t('insights.save')}
        </Button>
        {insight.can.submit && (
          <Button tone="main" busy={busy} onClick={() => keep(true)}>
            {t('insights.submit')}
          </Button>
        )}
      </div>
    </form>
  );
}

interface SuggestedProps {
  readonly words: readonly string[];
  readonly onTake: (words: string) => void;
}

function Suggested({ words, onTake }: SuggestedProps): ReactNode {
  const t = useWords();
  if (words.length === 0) return undefined;
  const text = words.join(', ');
  return (
    <small className="flex flex-wrap items-center gap-1.5">
      {t('insights.words.suggested', { words: text })}
      <Button tone="quiet" onClick={() => onTake(text)}>
        {t('insights.words.take')}
      </Button>
    </small>
  );
}
