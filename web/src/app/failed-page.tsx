import { useRouter } from '@tanstack/react-router';
import type { ErrorComponentProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';

/** Browsers say in their own words that a part of the pages is not there: it went with an update, or the line is cut. */
const PART_MISSING =
  /dynamically imported module|importing a module script failed|unable to preload css|error loading.*module/i;

/** A page that could not be shown: the reason, and another try. */
export function FailedPage({ error, reset }: ErrorComponentProps): ReactNode {
  const t = useWords();
  const router = useRouter();
  if (error instanceof Error && PART_MISSING.test(error.message))
    return (
      <Page title={t('shell.outdated')} width="text">
        <EmptyState
          why={t('shell.outdated.why')}
          example={t('shell.outdated.kept')}
          action={
            <Button tone="main" onClick={() => location.reload()}>
              {t('shell.outdated.reload')}
            </Button>
          }
        />
      </Page>
    );
  const retry = (): void => {
    reset();
    void router.invalidate();
  };
  return (
    <Page title={t('shell.failed')} width="text">
      <ErrorNote error={error} onRetry={retry} />
    </Page>
  );
}

/** An address that leads nowhere. */
export function LostPage(): ReactNode {
  const t = useWords();
  const router = useRouter();
  return (
    <Page title={t('shell.lost')} width="text">
      <EmptyState
        why={t('shell.lost.why')}
        action={<Button onClick={() => router.history.back()}>{t('shell.lost.back')}</Button>}
      />
    </Page>
  );
}

/** Somebody who is signed in and belongs to no workspace. */
export function HomelessPage(): ReactNode {
  const t = useWords();
  return (
    <main>
      <Page title={t('shell.homeless')} width="text">
        <EmptyState why={t('shell.homeless.why')} example={t('shell.homeless.example')} />
      </Page>
    </main>
  );
}
