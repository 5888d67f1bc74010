import { Outlet } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '#web/i18n/index.ts';
import { BridgeMark } from './bridge-mark.tsx';
import { DeviceChoices } from './device-choices.tsx';

/** The frame of pages before sign-in: the name of the house, language and theme, one column. */
export function Outside(): ReactNode {
  const t = useWords();
  return (
    <div className="flex min-h-dvh flex-col">
      <header className="flex flex-wrap items-center justify-between gap-3 px-4 py-3">
        <span className="flex items-center gap-2.5 text-md font-semibold">
          <BridgeMark />
          Passerelle
        </span>
        <DeviceChoices />
      </header>
      <main aria-label={t('shell.main')} className="mx-auto w-full max-w-[32rem] flex-1 py-[4dvh]">
        <Outlet />
      </main>
    </div>
  );
}
