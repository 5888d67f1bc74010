import type { ReactNode } from 'react';
import { useWords } from '#web/i18n/index.ts';
import { Page } from '#web/ui/page.tsx';

/** Every component, as pages use them. */
export function ToolboxPage(): ReactNode {
  const t = useWords();
  return <Page title={t('toolbox.title')}>…</Page>;
}
