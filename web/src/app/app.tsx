import { CSPProvider } from '@base-ui/react/csp-provider';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { WordsProvider } from '#web/i18n/index.ts';
import { ToastRegion } from '#web/ui/toast.tsx';
import { carry } from './api.ts';
import { listen } from './listen.ts';
import { usePreferences } from './preferences.ts';
import { queryClient } from './query.ts';
import { router } from './router.ts';
import { createKeyboard, KeyboardContext } from './shortcuts.ts';

const BROWSER_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Everything that surrounds the pages: words, cache, keyboard, toasts. */
export function App(): ReactNode {
  const { language } = usePreferences();
  const [keyboard] = useState(createKeyboard);
  useEffect(() => listen(keyboard), [keyboard]);
  carry({ language });
  return (
    <CSPProvider disableStyleElements>
      <WordsProvider language={language} zone={BROWSER_ZONE}>
        <QueryClientProvider client={queryClient}>
          <KeyboardContext value={keyboard}>
            <ToastRegion>
              <RouterProvider router={router} />
            </ToastRegion>
          </KeyboardContext>
        </QueryClientProvider>
      </WordsProvider>
    </CSPProvider>
  );
}
