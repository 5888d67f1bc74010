import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ThemeMerge, ThemeView } from '#community/understanding/themes/wire.ts';
import { api } from '#web/app/api.ts';
import { useLanguage, useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Combobox } from '#web/ui/combobox.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Field } from '#web/ui/field.tsx';
import { say } from '#web/ui/toast.tsx';
import { useCorrect } from './use-correct.ts';

interface MergeDialogProps {
  readonly ws: string;
  readonly theme: ThemeView;
  readonly all: readonly ThemeView[];
  readonly onClose: () => void;
  readonly onChoose: (id: string) => void;
}

/** Which theme this one becomes part of; can be undone at once, and later from the list of what was merged. */
export function MergeDialog({ ws, theme, all, onClose, onChoose }: MergeDialogProps): ReactNode {
  const t = useWords();
  const language = useLanguage();
  const correct = useCorrect(ws);
  const [into, setInto] = useState<string>();
  const others = all.filter(({ id, retired, mergedInto }) => id !== theme.id && !retired && mergedInto === null);
  const merge = (intoId: string) => (): void => {
    onClose();
    correct(async () => {
      await api.post(`/themes/${theme.id}/merge`, { version: theme.version, intoId } satisfies ThemeMerge);
      onChoose(intoId);
      const undo = () => api.post(`/themes/${theme.id}/unmerge`, { version: theme.version + 1 });
      say(t('health-themes.merge.done'), { undo: () => correct(undo) });
    });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('health-themes.merge.title', { name: theme.name[language] })}
      lead={t('health-themes.merge.lead')}
      actions={
        <>
          <Button tone="quiet" onClick={onClose}>
            {t('health-themes.cancel')}
          </Button>
          <Button tone="main" disabled={into === undefined} onClick={into === undefined ? undefined : merge(into)}>
            {t('health-themes.merge')}
          </Button>
        </>
      }
    >
      <Field label={t('health-themes.merge.into')}>
        <Combobox
          options={others.map(({ id, name }) => ({ value: id, label: name[language] }))}
          value={into}
          onChange={setInto}
          placeholder={t('health-themes.merge.choose')}
        />
      </Field>
    </Dialog>
  );
}
