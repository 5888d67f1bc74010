import { Outlet, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useLanguage, WordsProvider } from '#web/i18n/index.ts';
import { LostPage } from '../failed-page.tsx';
import { HereContext, useSession } from '../session.ts';
import { Shell } from './shell.tsx';

/** A workspace's pages inside the shell, in its time zone. The counts and the stages' states come with the pages that know them. */
export function WorkspaceFrame(): ReactNode {
  const { person, workspaces } = useSession();
  const { ws } = useParams({ from: '/$ws' });
  const language = useLanguage();
  const space = workspaces.find(({ slug }) => slug === ws);
  const here = useMemo(
    () => (person === undefined || space === undefined ? undefined : { person, space }),
    [person, space],
  );
  if (here === undefined) return <LostPage />;
  return (
    <WordsProvider language={language} zone={here.space.zone}>
      <HereContext value={here}>
        <Shell
          here={here}
          workspaces={workspaces}
          awaiting={{}}
          stages={{ cockpit: 'unjudged', bridge: 'unjudged', field: 'unjudged' }}
        >
          <Outlet />
        </Shell>
      </HereContext>
    </WordsProvider>
  );
}
