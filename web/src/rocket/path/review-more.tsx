import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '#web/i18n/index.ts';

/** The most that two pages hold of each part, whatever its texts are; they are cut to two lines each on paper. */
export const MOST = { objectives: 3, keyResults: 2, heard: 3, quotes: 1, decided: 5, mandates: 5 } as const;

const PAGES = {
  course: '/$ws/course',
  insights: '/$ws/insights',
  decisions: '/$ws/decisions',
  mandates: '/$ws/mandates',
} as const;

interface MoreProps {
  readonly ws: string;
  /** How many are not shown here. */
  readonly n: number;
  /** The page that has them all. */
  readonly at: keyof typeof PAGES;
}

/** How many more there are, and where. */
export function More({ ws, n, at }: MoreProps): ReactNode {
  const t = useWords();
  return (
    n > 0 && (
      <p>
        <Link to={PAGES[at]} params={{ ws }} className="link text-soft">
          {t(`path.review.more.${at}`, { n })}
        </Link>
      </p>
    )
  );
}
