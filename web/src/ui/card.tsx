import type { ReactNode } from 'react';
import { cx } from './cx.ts';

interface CardProps {
  readonly title?: ReactNode;
  /** A word at the right of the title: a date, a unit, a link. */
  readonly aside?: ReactNode;
  /** `h2` on a page, `h3` inside a section that has its own `h2`. */
  readonly level?: 'h2' | 'h3';
  readonly className?: string;
  readonly children: ReactNode;
}

/** One matter on the panel: a hairline, no shadow. */
export function Card({ title, aside, level: Heading = 'h2', className, children }: CardProps): ReactNode {
  return (
    <section className={cx('min-w-0 rounded-lg border border-line bg-card px-3.5 py-3 break-inside-avoid', className)}>
      {(title !== undefined || aside !== undefined) && (
        <header className="mb-1 flex flex-wrap items-baseline justify-between gap-x-3">
          {title !== undefined && <Heading className="text-sm font-semibold text-soft">{title}</Heading>}
          {aside !== undefined && <small>{aside}</small>}
        </header>
      )}
      {children}
    </section>
  );
}

/** A sentence before the figures: what to think, then what to do. */
export function Lead({
  hue = 'cockpit',
  children,
}: {
  readonly hue?: 'cockpit' | 'bridge' | 'field' | 'late';
  readonly children: ReactNode;
}): ReactNode {
  const wash = { cockpit: 'bg-cockpit-wash', bridge: 'bg-bridge-wash', field: 'bg-field-wash', late: 'bg-late-wash' }[
    hue
  ];
  return <div className={cx('rounded-lg px-3.5 py-3 [&_small]:text-soft', wash)}>{children}</div>;
}
