import type { ReactNode } from 'react';
import { useWords } from '#web/i18n/index.ts';
import { Section } from './section.tsx';

const SWATCHES = [
  { name: 'ink', look: 'bg-card text-ink' },
  { name: 'soft', look: 'bg-card text-soft' },
  { name: 'faint', look: 'bg-sunk text-faint' },
  { name: 'cockpit', look: 'bg-cockpit text-on-accent' },
  { name: 'cockpit-wash', look: 'bg-cockpit-wash text-cockpit' },
  { name: 'bridge', look: 'bg-bridge text-on-accent' },
  { name: 'bridge-wash', look: 'bg-bridge-wash text-bridge' },
  { name: 'field', look: 'bg-field text-on-accent' },
  { name: 'field-wash', look: 'bg-field-wash text-field' },
  { name: 'late-wash', look: 'bg-late-wash text-late' },
  { name: 'wait-wash', look: 'bg-wait-wash text-wait' },
  { name: 'note', look: 'bg-note text-ink' },
] as const;

/** The tokens in both themes, side by side: a part of a page may take the other theme. */
export function Colours(): ReactNode {
  const t = useWords();
  return (
    <Section title={t('toolbox.colours')}>
      <div className="grid gap-3 wide:grid-cols-2">
        {(['light', 'dark'] as const).map((theme) => (
          <div key={theme} data-theme={theme} className="grid gap-2 rounded-lg border border-line p-3">
            <h3>{t(`toolbox.colours.${theme}`)}</h3>
            <ul className="grid grid-cols-3 gap-1.5 large:grid-cols-4">
              {SWATCHES.map(({ name, look }) => (
                <li key={name} className={`truncate rounded-md px-2 py-2 text-sm ring-1 ring-line ring-inset ${look}`}>
                  {name}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </Section>
  );
}
