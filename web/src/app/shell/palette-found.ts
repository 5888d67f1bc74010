import { useQueries } from '@tanstack/react-query';
import { use, useEffect, useState } from 'react';
import { useWords } from '#web/i18n/index.ts';
import { PROVIDERS } from '../palette-providers.ts';
import { HereContext } from '../session.ts';
import type { Entry } from './palette-entries.ts';

const FEWEST_LETTERS = 2;
/** Whoever types goes on within this time, in milliseconds; the server is asked at a pause. */
const PAUSE = 160;

/** What the server finds for what is typed; nothing for fewer than two letters. `isLooking` until it has answered. */
export function useFound(
  ws: string,
  typed: string,
): { readonly entries: readonly Entry[]; readonly isLooking: boolean } {
  const t = useWords();
  const can = use(HereContext)?.space.can;
  const asked = usePaused(typed);
  const isLong = typed.length >= FEWEST_LETTERS;
  const answers = useQueries({
    queries: PROVIDERS.filter(({ needs }) => needs === undefined || can?.[needs] === true).map((provider) => ({
      queryKey: [ws, 'palette', provider.id, asked],
      queryFn: ({ signal }: { signal: AbortSignal }) => provider.search(asked, signal),
      enabled: asked.length >= FEWEST_LETTERS,
    })),
  });
  const entries = answers.flatMap(({ data = [] }) =>
    data.flatMap(({ heading, items }) =>
      items.map((item) => ({ ...item, id: `${heading} ${item.id}`, group: t(heading) })),
    ),
  );
  const isCurrent = asked === typed;
  return {
    // Answers to other letters would be chosen by mistake.
    entries: isLong && isCurrent ? entries : [],
    isLooking: isLong && (!isCurrent || answers.some(({ isFetching }) => isFetching)),
  };
}

/** The value once it has stood for a moment. */
function usePaused(value: string): string {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), PAUSE);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
}
