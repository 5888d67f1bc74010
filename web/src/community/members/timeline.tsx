import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { TimelineView } from '#community/members/wire.ts';
import { api } from '#web/app/api.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { When } from '#web/ui/when.tsx';

const PAGE = 30;

interface TimelineProps {
  readonly ws: string;
  readonly memberId: string;
  readonly isErased: boolean;
}

/** What a member wrote across places, latest first. */
export function Timeline({ ws, memberId, isErased }: TimelineProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  const [offset, setOffset] = useState(0);
  const timeline = useQuery({
    queryKey: [ws, 'member', memberId, 'timeline', offset],
    queryFn: ({ signal }) =>
      api.get<TimelineView>(`/members/${memberId}/timeline`, { query: { offset, limit: PAGE }, signal }),
    placeholderData: keepPreviousData,
  });
  if (timeline.isPending) return <Skeleton />;
  if (timeline.isError) return <ErrorNote error={timeline.error} onRetry={() => void timeline.refetch()} />;
  const { items, total } = timeline.data;
  return (
    <Card title={t('members.timeline')} aside={t('members.messages', { n: total, count: format.number(total) })}>
      {items.length === 0 && <p className="text-soft">{t('members.timeline.none')}</p>}
      <ol>
        {items.map((item) => (
          <li key={item.messageId} className="grid gap-0.5 border-t border-line py-2 first:border-t-0">
            <span className="flex min-w-0 items-baseline gap-2">
              <Link
                to="/$ws/messages/$message"
                params={{ ws, message: item.messageId }}
                className="truncate font-medium hover:underline"
              >
                {item.title ?? item.channel}
              </Link>
              {item.opens && (
                <span className="max-wide:hidden">
                  <Chip>{t('members.opened')}</Chip>
                </span>
              )}
              <small className="ml-auto whitespace-nowrap max-wide:hidden">
                <When when={item.when} dayOnly />
              </small>
            </span>
            <p className="line-clamp-2 text-soft">{isErased ? t('members.text_erased') : item.excerpt}</p>
            <small>
              {item.place} · {item.channel}
              <span className="wide:hidden">
                {' '}
                · <When when={item.when} dayOnly />
                {item.opens && ` · ${t('members.opened')}`}
              </span>
            </small>
          </li>
        ))}
      </ol>
      {total > PAGE && (
        <div className="mt-2 flex items-center justify-between">
          <Button disabled={offset === 0} onClick={() => setOffset(offset - PAGE)}>
            {t('members.newer')}
          </Button>
          <Button disabled={offset + PAGE >= total} onClick={() => setOffset(offset + PAGE)}>
            {t('members.older')}
          </Button>
        </div>
      )}
    </Card>
  );
}
