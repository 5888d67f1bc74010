import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { courseQuery } from '#web/cockpit/course/course-query.ts';
import { useLanguage, useWords } from '#web/i18n/index.ts';
import { Card } from '#web/ui/card.tsx';

/** The objectives whose key results are read from this figure; nothing while there is none. */
export function FollowedBy({ ws, figure }: { readonly ws: string; readonly figure: string }): ReactNode {
  const t = useWords();
  const course = useQuery(courseQuery(ws, useLanguage()));
  const following = (course.data?.objectives ?? []).filter(({ keyResults }) =>
    keyResults.some((one) => one.figure.id === figure),
  );
  if (following.length === 0) return undefined;
  return (
    <Card title={t('health.followed_by')}>
      <ul className="grid gap-1">
        {following.map(({ id, title }) => (
          <li key={id}>
            <Link to="/$ws/course/$objective" params={{ ws, objective: id }} className="link">
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
