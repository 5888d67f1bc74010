import { useQuery } from '@tanstack/react-query';
import { Outlet, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useLanguage, WordsProvider } from '#web/i18n/index.ts';
import { LostPage } from '../failed-page.tsx';
import { awaitingQuery } from '../awaiting-query.ts';
import { HereContext, useSession } from '../session.ts';
import { Shell } from './shell.tsx';

/** Until the check has answered nothing is said of the stages. */
const NOT_KNOWN = { cockpit: 'unjudged', bridge: 'unjudged', field: 'unjudged' } as const;

/** A workspace's pages inside the shell, in its time zone, with what awaits the reader and how the stages stand. */
export function WorkspaceFrame(): ReactNode {
  const { person, workspaces } = useSession();
  const { ws } = useParams({ from: '/$ws' });
  const language = useLanguage();
  const space = workspaces.find(({ slug }) => slug === ws);
  const here = useMemo(
    () => (person === undefined || space === undefined ? undefined : { person, space }),
    [person, space],
  );
  const { data: awaiting } = useQuery({ ...awaitingQuery(ws), enabled: here !== undefined });
  if (here === undefined) return <LostPage />;
  return (
    <WordsProvider language={language} zone={here.space.zone}>
      <HereContext value={here}>
        <Shell
          here={here}
          workspaces={workspaces}
          awaiting={awaiting?.pages ?? {}}
          stages={awaiting?.stages ?? NOT_KNOWN}
        >
          <Outlet />
        </Shell>
      </HereContext>
    </WordsProvider>
  );
}
