import type { ReactNode } from 'react';
import { Skeleton } from '#web/ui/skeleton.tsx';

/** While a page and its code are on their way. */
export function LoadingPage(): ReactNode {
  return (
    <div className="px-6 py-5">
      <Skeleton lines={5} />
    </div>
  );
}
