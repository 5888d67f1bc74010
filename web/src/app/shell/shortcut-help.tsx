import { use } from 'react';
import type { ReactNode } from 'react';
import { useWords } from '#web/i18n/index.ts';
import { Checkbox } from '#web/ui/checkbox.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { capsOf, Kbd } from '#web/ui/kbd.tsx';
import { choose } from '../choose.ts';
import { usePreferences } from '../preferences.ts';
import { KeyboardContext } from '../shortcuts.ts';
import type { Live } from '../shortcuts.ts';

/** The shortcuts that work on the page as it is now, and the switch that silences the single letters. */
export function ShortcutHelp({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }): ReactNode {
  const t = useWords();
  const { singleKeys } = usePreferences();
  const live = use(KeyboardContext).list();
  return (
    <Dialog open={open} onClose={onClose} title={t('shell.keys.title')} lead={t('shell.keys.lead')}>
      <div className="grid gap-4">
        <Section title={t('shell.keys.here')} live={live.filter(({ place }) => place !== 'everywhere')} />
        <Section
          title={t('shell.keys.everywhere')}
          live={live.filter(({ place, keys }) => place === 'everywhere' && !/^[gc] /u.test(keys))}
        />
        <Section title={t('shell.keys.begin')} live={live.filter(({ keys }) => keys.startsWith('c '))} />
        <Section title={t('shell.keys.goTo')} live={live.filter(({ keys }) => keys.startsWith('g '))} />
        <Checkbox
          label={t('shell.singleKeys')}
          hint={t('shell.singleKeys.hint')}
          checked={singleKeys}
          onChange={(on) => choose({ singleKeys: on }, t)}
        />
      </div>
    </Dialog>
  );
}

function Section({ title, live }: { readonly title: string; readonly live: readonly Live[] }): ReactNode {
  const t = useWords();
  if (live.length === 0) return undefined;
  return (
    <section>
      <h3 className="text-sm text-soft">{title}</h3>
      <dl className="grid grid-cols-[minmax(0,1fr)_auto] gap-y-1.5 pt-1.5">
        {live.map(({ keys, word }) => (
          <div key={keys} className="contents">
            <dt>{t(word)}</dt>
            <dd className="justify-self-end">
              <Kbd keys={keys} />
              <span className="sr-only">{capsOf(keys).join(' ')}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
