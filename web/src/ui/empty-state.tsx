import type { ReactNode } from 'react';

interface EmptyStateProps {
  /** Why there is nothing: a fact, not an excuse. */
  readonly why: ReactNode;
  /** What will stand here, by an example. */
  readonly example?: ReactNode;
  /** The one thing to do. */
  readonly action?: ReactNode;
}

/** Nothing to show: why, what it would look like, and the one act that changes it. */
export function EmptyState({ why, example, action }: EmptyStateProps): ReactNode {
  return (
    <div className="grid justify-items-start gap-2 rounded-lg border border-dashed border-edge px-5 py-6">
      <p className="text-md font-semibold">{why}</p>
      {example !== undefined && <div className="max-w-[60ch] text-soft">{example}</div>}
      {action !== undefined && <div className="mt-1 flex flex-wrap gap-2">{action}</div>}
    </div>
  );
}
