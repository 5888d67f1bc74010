import { useState } from 'react';
import type { ReactNode } from 'react';
import { useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Field } from '#web/ui/field.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import type { ChangeColleague, TeamPage } from '#workspace/team/wire.ts';
import { FunctionsField } from './functions-field.tsx';

interface ColleagueDialogProps {
  readonly colleague: TeamPage['items'][number];
  readonly onClose: () => void;
  readonly onSave: (change: ChangeColleague) => void;
  readonly onRemove: () => void;
}

/** Changes what a colleague does here, or ends his access. */
export function ColleagueDialog({ colleague, onClose, onSave, onRemove }: ColleagueDialogProps): ReactNode {
  const t = useWords();
  const [functions, setFunctions] = useState(colleague.functions);
  const [title, setTitle] = useState(colleague.title ?? '');
  const [removing, setRemoving] = useState(false);
  const save = (): void =>
    onSave({ version: colleague.version, functions, title: title.trim() === '' ? null : title.trim() });
  return (
    <Dialog
      open
      onClose={onClose}
      title={colleague.name}
      lead={colleague.email}
      actions={
        <>
          <Button tone="danger" onClick={removing ? onRemove : () => setRemoving(true)}>
            {t(removing ? 'team.remove.confirm' : 'team.remove')}
          </Button>
          <span className="flex-1" />
          <Button tone="quiet" onClick={onClose}>
            {t('settings.cancel')}
          </Button>
          <Button tone="main" disabled={functions.length === 0} onClick={save}>
            {t('settings.save')}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <Field label={t('team.title')} hint={t('team.title.hint')} optional>
          <TextInput maxLength={80} value={title} onChange={(event) => setTitle(event.target.value)} />
        </Field>
        <FunctionsField value={functions} onChange={setFunctions} />
      </div>
    </Dialog>
  );
}
