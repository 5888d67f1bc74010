import type { ReactNode } from 'react';

/** Terms and what they are: a name at the left, what it says beside it. */
export function Facts({ children }: { readonly children: ReactNode }): ReactNode {
  return <dl className="grid gap-x-4 gap-y-2 wide:grid-cols-[9rem_minmax(0,1fr)]">{children}</dl>;
}

export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className="contents max-wide:grid max-wide:gap-0.5">
      <dt className="text-soft">{name}</dt>
      <dd className="min-w-0 break-words whitespace-pre-line">{children}</dd>
    </div>
  );
}
