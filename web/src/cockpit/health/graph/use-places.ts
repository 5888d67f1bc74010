import { useEffect, useMemo, useState } from 'react';
import type { Places, Tied } from './layout.ts';
import { placesOf } from './layout.ts';

/** So few are placed at once; more of them beside the page. */
const AT_ONCE = 24;

/** Where things stand; undefined while that is worked out. */
export function usePlaces(tied: Tied): Places | undefined {
  const isSmall = tied.count <= AT_ONCE;
  const now = useMemo(() => (isSmall ? placesOf(tied) : undefined), [tied, isSmall]);
  const [later, setLater] = useState<{ readonly of: Tied; readonly places: Places }>();
  useEffect(() => {
    if (isSmall) return undefined;
    const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', (event: MessageEvent<Places>) => setLater({ of: tied, places: event.data }));
    worker.postMessage(tied);
    return () => worker.terminate();
  }, [tied, isSmall]);
  return now ?? (later?.of === tied ? later.places : undefined);
}
