import { useRouterState } from '@tanstack/react-router';
import { Menu as MenuIcon } from 'lucide-react';
import { Suspense, useState } from 'react';
import type { ReactNode } from 'react';
import { useWords } from '#web/i18n/index.ts';
import { IconButton } from '#web/ui/button.tsx';
import { Drawer } from '#web/ui/dialog.tsx';
import { PageEndContext } from '#web/ui/page.tsx';
import { LoadingPage } from '../loading-page.tsx';
import { Commands } from './commands.tsx';
import { CreateMenu } from './create-menu.tsx';
import { PersonMenu } from './person-menu.tsx';
import { RocketNav } from './rocket-nav.tsx';
import type { RocketNavProps } from './rocket-nav.tsx';
import { SearchButton } from './search-button.tsx';
import type { Here, SessionSpace } from '../session.ts';
import { WorkspaceSwitcher } from './workspace-switcher.tsx';

interface ShellProps extends Pick<RocketNavProps, 'awaiting' | 'stages'> {
  readonly here: Here;
  readonly workspaces: readonly SessionSpace[];
  readonly children: ReactNode;
}

/** The frame of every page inside a workspace: the rocket at the left, the page at the right. */
export function Shell({ here: { person, space }, workspaces, awaiting, stages, children }: ShellProps): ReactNode {
  const t = useWords();
  const [palette, setPalette] = useState(false);
  // The drawer belongs to the page it was opened on: going elsewhere leaves it behind.
  const [drawerOn, setDrawerOn] = useState<string>();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const inside = (
    <>
      <WorkspaceSwitcher space={space} workspaces={workspaces} />
      <RocketNav ws={space.slug} awaiting={awaiting} stages={stages} can={space.can} />
      <PersonMenu person={person} />
    </>
  );
  return (
    <div className="wide:grid wide:grid-cols-[14.75rem_minmax(0,1fr)] print:block">
      <a
        href="#main"
        className="absolute top-2 left-2 z-(--layer-said) -translate-y-20 rounded-md bg-card px-3 py-2 focus:translate-y-0"
      >
        {t('shell.skip')}
      </a>
      <header className="no-print sticky top-0 hidden h-dvh flex-col gap-1 border-r border-line bg-sunk px-2.5 pt-3 pb-2 wide:flex">
        {inside}
      </header>
      <header className="no-print sticky top-0 z-(--layer-bar) flex items-center gap-1 border-b border-line bg-sunk px-2 py-1 wide:hidden">
        <IconButton label={t('shell.menu')} icon={<MenuIcon size={18} />} onClick={() => setDrawerOn(path)} />
        <span className="min-w-0 flex-1 truncate font-semibold">{space.name}</span>
        <SearchButton onPress={() => setPalette(true)} small />
        <CreateMenu can={space.can} small />
      </header>
      <Drawer side="left" open={drawerOn === path} onClose={() => setDrawerOn(undefined)} title={t('shell.menu')}>
        <div className="flex min-h-full flex-col gap-1">{inside}</div>
      </Drawer>
      <main id="main" tabIndex={-1} className="min-w-0">
        <PageEndContext
          value={
            <>
              <SearchButton onPress={() => setPalette(true)} />
              <CreateMenu can={space.can} />
            </>
          }
        >
          <Suspense fallback={<LoadingPage />}>{children}</Suspense>
        </PageEndContext>
      </main>
      <Commands ws={space.slug} can={space.can} palette={palette} setPalette={setPalette} />
    </div>
  );
}
