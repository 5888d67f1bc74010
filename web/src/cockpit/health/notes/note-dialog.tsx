import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { ReactNode, SyntheticEvent } from 'react';
import { api } from '#web/app/api.ts';
import { useAct } from '#web/app/use-act.ts';
import { useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Field } from '#web/ui/field.tsx';
import { TextArea, TextInput } from '#web/ui/text-input.tsx';

/** A note to write; one that has an id is there already. */
export interface Draft {
  readonly id?: string;
  readonly version?: number;
  readonly day: string;
  readonly text: string;
}

interface NoteDialogProps {
  readonly ws: string;
  readonly draft: Draft;
  readonly onClose: () => void;
}

/** Writes or changes a note: a day, and what happened then. */
export function NoteDialog({ ws, draft, onClose }: NoteDialogProps): ReactNode {
  const t = useWords();
  const form = useId();
  const client = useQueryClient();
  const { busy, problem, run } = useAct();
  const [day, setDay] = useState(draft.day);
  const [text, setText] = useState(draft.text);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    run(async () => {
      const { id, version } = draft;
      if (id === undefined) await api.post('/notes', { day, text });
      else await api.patch(`/notes/${id}`, { day, text, version });
      await client.invalidateQueries({ queryKey: [ws, 'notes'] });
      onClose();
    });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(draft.id === undefined ? 'health.notes.new' : 'health.notes.change')}
      lead={t('health.notes.lead')}
      actions={
        <>
          <Button onClick={onClose}>{t('health.notes.cancel')}</Button>
          <Button tone="main" type="submit" form={form} busy={busy} disabled={text.trim() === '' || day === ''}>
            {t('health.notes.keep')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="grid gap-3">
        <Field label={t('health.notes.day')} error={problem?.about('day')}>
          <TextInput type="date" required value={day} onChange={(event) => setDay(event.target.value)} />
        </Field>
        <Field label={t('health.notes.text')} error={problem?.about('text')}>
          <TextArea rows={3} maxLength={500} value={text} onChange={(event) => setText(event.target.value)} />
        </Field>
        {problem !== undefined && problem.errors.length === 0 && <ErrorNote error={problem} />}
      </form>
    </Dialog>
  );
}
