import { useId, useState } from 'react';
import type { ReactNode, SyntheticEvent } from 'react';
import { useAct } from '#web/app/use-act.ts';
import { useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Field } from '#web/ui/field.tsx';
import { TextArea } from '#web/ui/text-input.tsx';

interface WhyDialogProps {
  readonly title: string;
  readonly lead: string;
  readonly label: string;
  /** The word on the button that does it. */
  readonly act: string;
  /** It takes something away. */
  readonly isDanger: boolean;
  readonly isOptional?: boolean;
  readonly run: (why: string | undefined) => Promise<void>;
  readonly onClose: () => void;
}

/** Something that is done with a reason. */
export function WhyDialog({
  title,
  lead,
  label,
  act,
  isDanger,
  isOptional = false,
  ...rest
}: WhyDialogProps): ReactNode {
  const t = useWords();
  const form = useId();
  const { busy, problem, run } = useAct();
  const [why, setWhy] = useState('');
  const said = why.trim();
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    run(async () => {
      await rest.run(said === '' ? undefined : said);
      rest.onClose();
    });
  };
  return (
    <Dialog
      open
      onClose={rest.onClose}
      title={title}
      lead={lead}
      actions={
        <>
          <Button tone="quiet" onClick={rest.onClose}>
            {t('course.cancel')}
          </Button>
          <Button
            tone={isDanger ? 'danger' : 'main'}
            type="submit"
            form={form}
            busy={busy}
            disabled={said === '' && !isOptional}
          >
            {act}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="grid gap-3">
        <Field label={label} optional={isOptional}>
          <TextArea rows={3} maxLength={2000} value={why} onChange={(event) => setWhy(event.target.value)} />
        </Field>
        {problem !== undefined && <ErrorNote error={problem} />}
      </form>
    </Dialog>
  );
}
