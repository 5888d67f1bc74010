import { lazy, Suspense } from 'react';
import type { ReactNode } from 'react';
import { useWords } from '#web/i18n/index.ts';
import { say } from '#web/ui/toast.tsx';
import { pointedNow, raise, useRaised } from '../raise.ts';
import { useShortcut } from '../shortcuts.ts';

const RaiseDialog = lazy(async () => ({ default: (await import('#web/bridge/signals/raise-dialog.tsx')).RaiseDialog }));

/** What members say is sent up by one key from wherever it is read. */
export function Raising({ ws }: { readonly ws: string }): ReactNode {
  const t = useWords();
  const pointed = useRaised();
  useShortcut('raise', () => {
    const now = pointedNow();
    if (now === undefined) say(t('signals.raise.nothing'));
    else raise(now);
  });
  if (pointed === undefined) return undefined;
  return (
    <Suspense>
      <RaiseDialog ws={ws} pointed={pointed} onClose={() => raise(undefined)} />
    </Suspense>
  );
}
