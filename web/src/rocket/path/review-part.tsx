import type { ReactNode } from 'react';

interface ReviewPartProps {
  readonly number: number;
  readonly title: string;
  readonly children: ReactNode;
}

/** One of the four parts of the review. */
export function ReviewPart({ number, title, children }: ReviewPartProps): ReactNode {
  return (
    <section className="grid gap-2">
      <h2 className="border-b border-line pb-1 text-md font-semibold text-ink">
        <span className="text-faint tabular-nums">{number}</span> {title}
      </h2>
      {children}
    </section>
  );
}
