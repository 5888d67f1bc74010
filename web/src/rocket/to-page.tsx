import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PAGES } from '#web/app/pages.ts';

interface ToPageProps {
  readonly ws: string;
  /** Inside the workspace: `/mandates`. */
  readonly path: string;
  readonly children: ReactNode;
}

/** Leads to a page of the workspace; where that page does not exist the words stand by themselves. */
export function ToPage({ ws, path, children }: ToPageProps): ReactNode {
  if (!isPage(path)) return children;
  const to: string = `/${ws}${path}`;
  return (
    <Link
      to={to}
      className="inline-flex min-h-6 items-center underline decoration-edge underline-offset-2 hover:decoration-current"
    >
      {children}
    </Link>
  );
}

/** Whether something stands at this address, or below a page that stands. */
export function isPage(path: string): boolean {
  return PAGES.some((page) => path === page.path || path.startsWith(`${page.path}/`));
}
