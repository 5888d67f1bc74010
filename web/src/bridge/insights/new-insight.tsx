import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId, useRef, useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import type { MadeInsight } from '#bridge/insights/wire.ts';
import { api } from '#web/app/api.ts';
import { useAct } from '#web/app/use-act.ts';
import { useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Field } from '#web/ui/field.tsx';
import { TextInput } from '#web/ui/text-input.tsx';

/** An insight begun from what one knows: its signals come after. Made, it opens. */
export function NewInsight({ ws, onClose }: { readonly ws: string; readonly onClose: () => void }): ReactNode {
  const t = useWords();
  const form = useId();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { busy, problem, run } = useAct();
  const field = useRef<HTMLInputElement>(null);
  const [statement, setStatement] = useState('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    run(async () => {
      const { id } = await api.post<MadeInsight>('/insights', { statement });
      await queries.invalidateQueries({ queryKey: [ws, 'insights'] });
      onClose();
      await navigate({ to: '/$ws/insights/$insight', params: { ws, insight: id } });
    });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      focus={field}
      title={t('insights.new')}
      lead={t('insights.new.lead')}
      actions={
        <>
          <Button tone="quiet" onClick={onClose}>
            {t('signals.cancel')}
          </Button>
          <Button type="submit" form={form} tone="bridge" busy={busy} disabled={statement.trim() === ''}>
            {t('insights.new.go')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit}>
        <Field label={t('insights.statement')} hint={t('insights.statement.hint')} error={problem?.detail}>
          <TextInput
            ref={field}
            maxLength={400}
            value={statement}
            onChange={(event) => setStatement(event.target.value)}
          />
        </Field>
      </form>
    </Dialog>
  );
}
