import type { ReactNode } from 'react';
import { useWords } from '#web/i18n/index.ts';
import { Page } from '#web/ui/page.tsx';
import { BridgeMark } from '../shell/bridge-mark.tsx';
import { DeviceChoices } from '../shell/device-choices.tsx';
import { Acts } from './acts.tsx';
import { Colours } from './colours.tsx';
import { Figures } from './figures.tsx';
import { Fill } from './fill.tsx';
import { Lists } from './lists.tsx';
import { Silence } from './silence.tsx';
import { States } from './states.tsx';

/** Every component, as pages use them. */
export function ToolboxPage(): ReactNode {
  const t = useWords();
  return (
    <>
      <header className="no-print flex items-center gap-2.5 border-b border-line bg-sunk px-4 py-2 font-semibold wide:px-6">
        <BridgeMark />
        Passerelle
      </header>
      <main>
        <Page title={t('toolbox.title')} actions={<DeviceChoices />}>
          <p className="max-w-[72ch] text-lg text-soft">{t('toolbox.lead')}</p>
          <Colours />
          <Acts />
          <Fill />
          <States />
          <Figures />
          <Lists />
          <Silence />
        </Page>
      </main>
    </>
  );
}
