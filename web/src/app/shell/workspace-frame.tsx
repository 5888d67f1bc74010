import { Outlet, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../session.ts';
import { Shell } from './shell.tsx';

/** A workspace's pages inside the shell. The counts and the state of the stages come with the pages that know them. */
export function WorkspaceFrame(): ReactNode {
  const session = useSession();
  const { ws } = useParams({ from: '/$ws' });
  return (
    <Shell
      session={session}
      ws={ws}
      awaiting={{}}
      stages={{ cockpit: 'unjudged', bridge: 'unjudged', field: 'unjudged' }}
    >
      <Outlet />
    </Shell>
  );
}
