import { useId } from 'react';
import type { ReactNode } from 'react';

/** One shelf of the toolbox. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid min-w-0 gap-3 pt-3">
      <h2 id={id} className="border-b border-line pb-1 text-md font-semibold text-ink">
        {title}
      </h2>
      {children}
    </section>
  );
}
