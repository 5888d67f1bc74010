import { useId, useState } from 'react';
import type { ReactNode, SyntheticEvent } from 'react';
import type { VisionVersion } from '#cockpit/course/visions/wire.ts';
import { api } from '#web/app/api.ts';
import { useAct } from '#web/app/use-act.ts';
import { useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Field } from '#web/ui/field.tsx';
import { TextArea } from '#web/ui/text-input.tsx';
import { say } from '#web/ui/toast.tsx';
import { useCourseChanged } from './course-query.ts';

interface VisionDialogProps {
  readonly ws: string;
  readonly latest: VisionVersion | undefined;
  readonly onClose: () => void;
}

/** Writes the next version of the vision. */
export function VisionDialog({ ws, latest, onClose }: VisionDialogProps): ReactNode {
  const t = useWords();
  const form = useId();
  const changed = useCourseChanged(ws);
  const { busy, problem, run } = useAct();
  const [text, setText] = useState(latest?.text ?? '');
  // The version that was read: one that comes while this is written is not written over.
  const [number] = useState(latest?.number ?? 0);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    run(async () => {
      await api.post('/vision', { number, text });
      say(t('course.vision.kept'));
      await changed();
      onClose();
    });
  };
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t('course.vision.write')}
      lead={t('course.vision.lead')}
      actions={
        <>
          <Button tone="quiet" onClick={onClose}>
            {t('course.cancel')}
          </Button>
          <Button tone="main" type="submit" form={form} busy={busy} disabled={text.trim() === ''}>
            {t('course.save')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="grid gap-3">
        <Field label={t('course.vision.text')} error={problem?.about('text')}>
          <TextArea rows={5} maxLength={4000} value={text} onChange={(event) => setText(event.target.value)} />
        </Field>
        {problem !== undefined && problem.errors.length === 0 && <ErrorNote error={problem} />}
      </form>
    </Dialog>
  );
}
