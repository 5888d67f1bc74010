import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ThreadRow, ThreadsView } from '#community/reading/wire.ts';
import { api } from '#web/app/api.ts';
import { PagedList } from '#web/app/paged-list.tsx';
import { useToday } from '#web/app/today.ts';
import { useUrlState } from '#web/app/url-state.ts';
import { usePages } from '#web/app/use-pages.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Chip } from '#web/ui/chip.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Page } from '#web/ui/page.tsx';
import { When } from '#web/ui/when.tsx';
import { AuthorName } from './author-name.tsx';
import { daysOf, ReadingFilters } from './filters.tsx';

const route = getRouteApi('/$ws/threads');
const PAGE = 100;

/** All threads of the workspace, as long a list as it may be. */
export function ThreadsPage(): ReactNode {
  const t = useWords();
  const format = useFormat();
  const navigate = useNavigate();
  const today = useToday();
  const { ws } = route.useParams();
  const [view, setView] = useUrlState();
  const { period, ...filters } = view;
  const query = { ...filters, ...daysOf(period, today) };
  const threads = usePages<ThreadRow>({
    key: [ws, 'threads', query],
    size: PAGE,
    fetch: ({ offset, limit, signal }) =>
      api.get<ThreadsView>('/threads', { query: { ...query, offset, limit }, signal }),
  });
  const order = {
    id: 'order',
    label: t('reading.order'),
    any: t('reading.order.latest'),
    options: [
      { value: 'opened', label: t('reading.order.opened') },
      { value: 'longest', label: t('reading.order.longest') },
    ],
  };
  return (
    <Page
      title={t('reading.threads')}
      aside={
        threads.total === undefined
          ? undefined
          : t('reading.threads.count', { n: threads.total, count: format.number(threads.total) })
      }
      toolbar={<ReadingFilters ws={ws} view={view} onChange={setView} order={order} />}
    >
      <PagedList
        label={t('reading.threads')}
        pages={threads}
        rowHeight={60}
        row={(row) => <ThreadLine thread={row} />}
        onOpen={({ id }) => void navigate({ to: '/$ws/threads/$thread', params: { ws, thread: id } })}
        empty={<NoThreads isFiltered={Object.keys(view).length > 0} />}
      />
    </Page>
  );
}

function NoThreads({ isFiltered }: { readonly isFiltered: boolean }): ReactNode {
  const t = useWords();
  if (isFiltered) return <EmptyState why={t('reading.none_fit')} example={t('reading.none_fit.example')} />;
  return <EmptyState why={t('reading.no_thread')} example={t('reading.no_thread.example')} />;
}

function ThreadLine({ thread }: { readonly thread: ThreadRow | undefined }): ReactNode {
  const t = useWords();
  const format = useFormat();
  if (thread === undefined) return <div aria-busy className="m-3 h-8 animate-pulse rounded-md bg-sunk" />;
  return (
    <div
      data-thread={thread.id}
      className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 gap-y-0.5 px-3.5 py-2"
    >
      <span className="flex min-w-0 items-center gap-2">
        <span className="truncate font-medium">{thread.title ?? t('reading.untitled')}</span>
        <span className="flex shrink-0 gap-1.5 max-wide:hidden">
          {thread.labels.slice(0, 1).map((label) => (
            <Chip key={label}>{label}</Chip>
          ))}
          {thread.locked && <Chip>{t('reading.locked')}</Chip>}
        </span>
      </span>
      <span className="text-right whitespace-nowrap tabular-nums">
        {t('reading.messages.count', { n: thread.messages, count: format.number(thread.messages) })}
      </span>
      <small className="flex min-w-0 items-center gap-1.5 truncate">
        {thread.openedBy !== null && (
          <span className="flex max-w-full shrink-0 items-center gap-1.5">
            <AuthorName author={thread.openedBy} />
          </span>
        )}
        <span className="truncate">
          · {thread.place.name} · {thread.channel.name}
        </span>
      </small>
      <small className="text-right whitespace-nowrap">
        {thread.last !== null && <When when={thread.last} dayOnly />}
      </small>
    </div>
  );
}
