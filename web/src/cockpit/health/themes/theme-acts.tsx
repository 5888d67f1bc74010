import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ThemePatch, ThemeView } from '#community/understanding/themes/wire.ts';
import { api } from '#web/app/api.ts';
import { useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { say } from '#web/ui/toast.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { RenameDialog } from './rename-dialog.tsx';
import { SplitDialog } from './split-dialog.tsx';
import { useCorrect } from './use-correct.ts';

interface ThemeActsProps {
  readonly ws: string;
  readonly theme: ThemeView;
  readonly all: readonly ThemeView[];
  readonly onChoose: (id: string) => void;
}

/** What a person may do to a theme; everything can be taken back. */
export function ThemeActs({ ws, theme, all, onChoose }: ThemeActsProps): ReactNode {
  const t = useWords();
  const correct = useCorrect(ws);
  const [asked, setAsked] = useState<'rename' | 'merge' | 'split'>();
  const close = (): void => setAsked(undefined);
  const setAside = (): void => {
    const patch = (version: number, retired: boolean) =>
      api.patch(`/themes/${theme.id}`, { version, retired } satisfies ThemePatch);
    correct(async () => {
      await patch(theme.version, true);
      say(t('health-themes.set_aside.done'), { undo: () => correct(() => patch(theme.version + 1, false)) });
    });
  };
  return (
    <div className="no-print flex flex-wrap gap-2">
      <Button onClick={() => setAsked('rename')}>{t('health-themes.rename')}</Button>
      <Button onClick={() => setAsked('merge')}>{t('health-themes.merge')}</Button>
      <Button disabled={theme.terms.length < 2} onClick={() => setAsked('split')}>
        {t('health-themes.split')}
      </Button>
      <Button tone="quiet" onClick={setAside}>
        {t('health-themes.set_aside')}
      </Button>
      {asked === 'rename' && <RenameDialog ws={ws} theme={theme} onClose={close} />}
      {asked === 'merge' && <MergeDialog ws={ws} theme={theme} all={all} onClose={close} onChoose={onChoose} />}
      {asked === 'split' && <SplitDialog ws={ws} theme={theme} onClose={close} onChoose={onChoose} />}
    </div>
  );
}
