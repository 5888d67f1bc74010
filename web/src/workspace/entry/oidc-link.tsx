import type { ReactNode } from 'react';
import { addressOf } from '#web/app/api.ts';
import type { SessionView } from '#web/app/session.ts';
import { useWords } from '#web/i18n/index.ts';
import type { StartQuery } from '#workspace/oidc/wire.ts';

interface OidcLinkProps {
  readonly session: SessionView | undefined;
  /** What to do on coming back. */
  readonly asked: StartQuery;
}

/** Leaves for the organisation's own sign-in service; nothing where there is none. */
export function OidcLink({ session, asked }: OidcLinkProps): ReactNode {
  const t = useWords();
  if (session?.oidc === undefined) return null;
  return (
    <a
      href={addressOf('/oidc/start', { ...asked })}
      className="flex h-control items-center justify-center rounded-md border border-line font-medium hover:bg-hover"
    >
      {t('entry.oidc', { name: session.oidc.name })}
    </a>
  );
}
