import type { ReactNode } from 'react';
import { useWords } from '#web/i18n/index.ts';
import { Page } from '#web/ui/page.tsx';
import { CodesCard } from './codes-card.tsx';
import { PasswordCard } from './password-card.tsx';
import { SessionsCard } from './sessions-card.tsx';

/** One's own account: password, codes at sign-in, where one is signed in. Language and theme are in the menu of the person. */
export function AccountPage(): ReactNode {
  const t = useWords();
  return (
    <Page title={t('settings.account')} width="text">
      <PasswordCard />
      <CodesCard />
      <SessionsCard />
    </Page>
  );
}
