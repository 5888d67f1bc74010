import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ThreadView } from '#community/reading/wire.ts';
import { api } from '#web/app/api.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Chip } from '#web/ui/chip.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { Stream } from './stream.tsx';

const route = getRouteApi('/$ws/threads/$thread');

/** One thread, from its first message. */
export function ThreadPage(): ReactNode {
  const t = useWords();
  const { ws, thread: id } = route.useParams();
  const thread = useQuery({
    queryKey: [ws, 'thread', id],
    queryFn: ({ signal }) => api.get<ThreadView>(`/threads/${id}`, { signal }),
  });
  return (
    <Page
      title={thread.data?.title ?? (thread.isPending ? t('reading.thread') : t('reading.untitled'))}
      toolbar={thread.data && <ThreadLine ws={ws} thread={thread.data} />}
      width="text"
    >
      {thread.isPending && <Skeleton />}
      {thread.isError && <ErrorNote error={thread.error} onRetry={() => void thread.refetch()} />}
      {thread.data !== undefined && <Stream ws={ws} source={`/threads/${id}`} />}
    </Page>
  );
}

function ThreadLine({ ws, thread }: { readonly ws: string; readonly thread: ThreadView }): ReactNode {
  const t = useWords();
  const format = useFormat();
  return (
    <p data-thread-here={thread.id} className="flex flex-wrap items-center gap-2 text-soft">
      <Link to="/$ws/threads" params={{ ws }} search={{ place: thread.place.id }} className="hover:underline">
        {thread.place.name}
      </Link>
      <span aria-hidden>›</span>
      <Link
        to="/$ws/threads"
        params={{ ws }}
        search={{ place: thread.place.id, channel: thread.channel.id }}
        className="hover:underline"
      >
        {thread.channel.name}
      </Link>
      <span aria-hidden>·</span>
      <span>{t('reading.messages.count', { n: thread.messages, count: format.number(thread.messages) })}</span>
      {thread.labels.map((label) => (
        <Chip key={label}>{label}</Chip>
      ))}
      {thread.locked && <Chip>{t('reading.locked')}</Chip>}
      {thread.link !== null && (
        <a href={thread.link} target="_blank" rel="noopener noreferrer" className="hover:underline">
          {t('reading.original')}
        </a>
      )}
    </p>
  );
}
