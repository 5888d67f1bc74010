import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ThemeSplit, ThemeView } from '#community/understanding/themes/wire.ts';
import { api } from '#web/app/api.ts';
import { useLanguage, useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Fieldset } from '#web/ui/field.tsx';
import { say } from '#web/ui/toast.tsx';
import { useCorrect } from './use-correct.ts';

interface SplitDialogProps {
  readonly ws: string;
  readonly theme: ThemeView;
  readonly onClose: () => void;
  readonly onChoose: (id: string) => void;
}

/** Which words of a theme are another one. */
export function SplitDialog({ ws, theme, onClose, onChoose }: SplitDialogProps): ReactNode {
  const t = useWords();
  const language = useLanguage();
  const correct = useCorrect(ws);
  const [leaving, setLeaving] = useState<ReadonlySet<string>>(new Set());
  const isSplit = leaving.size > 0 && leaving.size < theme.terms.length;
  const split = (): void => {
    onClose();
    correct(async () => {
      const body = { version: theme.version, terms: [...leaving] } satisfies ThemeSplit;
      const { id } = await api.post<{ readonly id: string }>(`/themes/${theme.id}/split`, body);
      onChoose(id);
      say(t('health-themes.split.done'));
    });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('health-themes.split.title', { name: theme.name[language] })}
      lead={t('health-themes.split.lead')}
      actions={
        <>
          <Button tone="quiet" onClick={onClose}>
            {t('health-themes.cancel')}
          </Button>
          <Button tone="main" disabled={!isSplit} onClick={split}>
            {t('health-themes.split')}
          </Button>
        </>
      }
    >
      <Fieldset legend={t('health-themes.split.words')}>
        {theme.terms.map(({ key, written }) => (
          <Checkbox
            key={key}
            label={written}
            checked={leaving.has(key)}
            onChange={(checked) => {
              const next = new Set(leaving);
              if (checked) next.add(key);
              else next.delete(key);
              setLeaving(next);
            }}
          />
        ))}
      </Fieldset>
    </Dialog>
  );
}
