import type { ReactNode } from 'react';
import { useWords } from '#web/i18n/index.ts';
import { Segmented } from '#web/ui/segmented.tsx';
import { choose } from '../choose.ts';
import { usePreferences } from '../preferences.ts';

/** Language and theme, for pages without a navigation. */
export function DeviceChoices(): ReactNode {
  const t = useWords();
  const { language, theme } = usePreferences();
  return (
    <div className="flex flex-wrap gap-2">
      <Segmented
        label={t('shell.language')}
        value={language}
        onChange={(chosen) => choose({ language: chosen }, t)}
        choices={[
          { value: 'fr', label: 'Français' },
          { value: 'en', label: 'English' },
        ]}
      />
      <Segmented
        label={t('shell.theme')}
        value={theme}
        onChange={(chosen) => choose({ theme: chosen }, t)}
        choices={[
          { value: 'system', label: t('shell.theme.system') },
          { value: 'light', label: t('shell.theme.light') },
          { value: 'dark', label: t('shell.theme.dark') },
        ]}
      />
    </div>
  );
}
