import { use } from 'react';
import type { ReactNode } from 'react';
import { useWords } from '#web/i18n/index.ts';
import { Menu, MenuChoice, MenuItem, MenuLine } from '#web/ui/menu.tsx';
import { api } from '../api.ts';
import { choose } from '../choose.ts';
import { usePreferences } from '../preferences.ts';
import { sayProblem } from '../say-problem.ts';
import type { Person } from '../session.ts';
import { KeyboardContext } from '../shortcuts.ts';

/** Who reads, and what belongs to this person alone: language, theme, keys. */
export function PersonMenu({ person }: { readonly person: Person }): ReactNode {
  const t = useWords();
  const keyboard = use(KeyboardContext);
  const { language, theme, singleKeys } = usePreferences();
  const help = (): void =>
    keyboard
      .list()
      .find(({ keys }) => keys === '?')
      ?.run();
  const leave = async (): Promise<void> => {
    try {
      await api.post('/sign-out');
      // A full load: nothing of the person stays in memory.
      window.location.assign('/sign-in');
    } catch (error) {
      sayProblem(error, t);
    }
  };
  return (
    <div className="border-t border-line pt-2">
      <Menu
        align="start"
        side="top"
        trigger={
          <button
            type="button"
            className="flex w-full items-center gap-2 rounded-md px-2 py-1 text-left hover:bg-hover pointer-coarse:min-h-11"
          >
            <span
              aria-hidden
              className="grid size-6 shrink-0 place-items-center rounded-full bg-card text-xs text-soft ring-1 ring-line"
            >
              {initialsOf(person.name)}
            </span>
            <span className="min-w-0 flex-1 truncate">{person.name}</span>
          </button>
        }
      >
        <MenuChoice
          label={t('shell.language')}
          value={language}
          onChange={(chosen) => choose({ language: chosen }, t)}
          choices={[
            { value: 'fr', label: 'Français' },
            { value: 'en', label: 'English' },
          ]}
        />
        <MenuChoice
          label={t('shell.theme')}
          value={theme}
          onChange={(chosen) => choose({ theme: chosen }, t)}
          choices={[
            { value: 'system', label: t('shell.theme.system') },
            { value: 'light', label: t('shell.theme.light') },
            { value: 'dark', label: t('shell.theme.dark') },
          ]}
        />
        <MenuChoice
          label={t('shell.singleKeys')}
          value={singleKeys ? 'on' : 'off'}
          onChange={(chosen) => choose({ singleKeys: chosen === 'on' }, t)}
          choices={[
            { value: 'on', label: t('shell.singleKeys.on') },
            { value: 'off', label: t('shell.singleKeys.off') },
          ]}
        />
        <MenuLine />
        <MenuItem onSelect={help} keys="?">
          {t('shell.keys.help')}
        </MenuItem>
        <MenuItem onSelect={() => void leave()}>{t('shell.signOut')}</MenuItem>
      </Menu>
    </div>
  );
}

function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u);
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0]?.toUpperCase() ?? '').join('');
}
