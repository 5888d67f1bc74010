import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode, SubmitEvent } from 'react';
import type { ThemePatch, ThemeView } from '#community/understanding/themes/wire.ts';
import { api } from '#web/app/api.ts';
import { useAct } from '#web/app/use-act.ts';
import { useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Field } from '#web/ui/field.tsx';
import { TextInput } from '#web/ui/text-input.tsx';

interface RenameDialogProps {
  readonly ws: string;
  readonly theme: ThemeView;
  readonly onClose: () => void;
}

const FORM = 'rename-theme';
const MOST = 120;

/** A name in both languages; it stays when the texts are read again. */
export function RenameDialog({ ws, theme, onClose }: RenameDialogProps): ReactNode {
  const t = useWords();
  const queries = useQueryClient();
  const act = useAct();
  const [name, setName] = useState(theme.name);
  const isEmpty = name.fr.trim() === '' || name.en.trim() === '';
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    act.run(async () => {
      await api.patch(`/themes/${theme.id}`, { version: theme.version, name } satisfies ThemePatch);
      await queries.invalidateQueries({ queryKey: [ws] });
      onClose();
    });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('health-themes.rename.title')}
      lead={t('health-themes.rename.lead')}
      actions={
        <>
          <Button tone="quiet" onClick={onClose}>
            {t('health-themes.cancel')}
          </Button>
          <Button tone="main" type="submit" form={FORM} disabled={act.busy || isEmpty}>
            {t('health-themes.rename')}
          </Button>
        </>
      }
    >
      <form id={FORM} onSubmit={submit} className="grid gap-3">
        <Field label={t('health-themes.rename.fr')} error={act.problem?.detail}>
          <TextInput
            value={name.fr}
            maxLength={MOST}
            onChange={({ target }) => setName({ ...name, fr: target.value })}
          />
        </Field>
        <Field label={t('health-themes.rename.en')}>
          <TextInput
            value={name.en}
            maxLength={MOST}
            onChange={({ target }) => setName({ ...name, en: target.value })}
          />
        </Field>
      </form>
    </Dialog>
  );
}
