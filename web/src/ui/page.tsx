import { createContext, use, useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { cx } from './cx.ts';

/** What the shell puts at the end of every page's first line (search). */
export const PageEndContext = createContext<ReactNode>(undefined);

interface PageProps {
  /** The name of the page: its `h1` and the title of the browser's tab. */
  readonly title: string;
  /** A few words beside the title: period, freshness. */
  readonly aside?: ReactNode;
  /** Buttons of the page; the main one last. */
  readonly actions?: ReactNode;
  /** A line below the title: filters, tabs. */
  readonly toolbar?: ReactNode;
  /** `text` for forms and settings (readable width), `full` for boards and lists. */
  readonly width?: 'text' | 'full';
  readonly children: ReactNode;
}

/** The frame of every page: one title, its acts, its tools. Takes the focus when the reader arrives. */
export function Page({ title, aside, actions, toolbar, width = 'full', children }: PageProps): ReactNode {
  const end = use(PageEndContext);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Passerelle`;
  }, [title]);
  // After a change of page the focus would stay on a link that is gone: it goes to the title, which is then read.
  useEffect(() => {
    if (arrived) heading.current?.focus({ preventScroll: true });
    arrived = true;
  }, []);
  return (
    <div className="mx-auto flex max-w-[100rem] flex-col gap-3.5 px-4 py-4 wide:px-6 wide:py-[1.125rem] print:p-0">
      {/* Where all does not fit on one line, the acts of the page go below the title together; what is on every page stays. */}
      <header className="flex flex-wrap items-center justify-end gap-x-2 gap-y-2">
        <div className="mr-auto flex min-w-0 flex-[1_1_20rem] items-baseline gap-x-3">
          <h1 ref={heading} tabIndex={-1} className="min-w-0">
            {title}
          </h1>
          {aside !== undefined && <small className="hidden shrink-0 wide:inline">{aside}</small>}
        </div>
        <div className="no-print flex shrink-0 items-center gap-2 empty:hidden">{end}</div>
        <div className="no-print flex flex-wrap items-center justify-end gap-2 empty:hidden">{actions}</div>
      </header>
      {toolbar !== undefined && <div className="no-print">{toolbar}</div>}
      <div className={cx('grid min-w-0 content-start gap-3.5', width === 'text' && 'max-w-[44rem] print:max-w-none')}>
        {children}
      </div>
    </div>
  );
}

/** False until the first page has been shown: a reload must not steal the focus. */
let arrived = false;
