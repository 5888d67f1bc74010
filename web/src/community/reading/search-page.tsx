import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { SubmitEvent, ReactNode } from 'react';
import type { SearchHit, SearchView } from '#community/reading/wire.ts';
import { api } from '#web/app/api.ts';
import { walkMessages } from '#web/app/raise.ts';
import { useHere } from '#web/app/session.ts';
import { useShortcut } from '#web/app/shortcuts.ts';
import { useToday } from '#web/app/today.ts';
import { useUrlState } from '#web/app/url-state.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Field } from '#web/ui/field.tsx';
import { Mark } from '#web/ui/mark.tsx';
import { Page } from '#web/ui/page.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { TextInput } from '#web/ui/text-input.tsx';
import { When } from '#web/ui/when.tsx';
import { AuthorName } from './author-name.tsx';
import { RaiseButton } from './raise-button.tsx';
import { daysOf, ReadingFilters } from './filters.tsx';

const route = getRouteApi('/$ws/search');
const PAGE = 30;

/** Words in all messages, in French and English, accents or not. */
export function SearchPage(): ReactNode {
  const t = useWords();
  const today = useToday();
  const { ws } = route.useParams();
  const [view, setView] = useUrlState();
  useShortcut('messageNext', () => walkMessages(1));
  useShortcut('messagePrevious', () => walkMessages(-1));
  const { q, period, offset = '0', ...filters } = view;
  const query = { ...filters, ...daysOf(period, today), q, offset, limit: PAGE };
  const found = useQuery({
    queryKey: [ws, 'search', query],
    queryFn: ({ signal }) => api.get<SearchView>('/search', { query, signal }),
    enabled: q !== undefined,
    placeholderData: keepPreviousData,
  });
  const order = {
    id: 'order',
    label: t('reading.order'),
    any: t('search.order.best'),
    options: [{ value: 'latest', label: t('search.order.latest') }],
  };
  return (
    <Page
      title={t('search.title')}
      toolbar={
        <ReadingFilters
          ws={ws}
          view={view}
          onChange={(change) => setView({ ...change, offset: undefined })}
          order={order}
        />
      }
    >
      <SearchForm
        key={q}
        asked={q ?? ''}
        onAsk={(words) => setView({ q: words === '' ? undefined : words, offset: undefined })}
      />
      {q === undefined && <EmptyState why={t('search.nothing_asked')} example={t('search.example')} />}
      {found.isLoading && <Skeleton />}
      {found.isError && <ErrorNote error={found.error} />}
      {found.data !== undefined && q !== undefined && !found.isError && (
        <Hits
          ws={ws}
          q={q}
          found={found.data}
          first={Number(offset)}
          onGo={(next) => setView({ offset: next <= 0 ? undefined : String(next) })}
        />
      )}
    </Page>
  );
}

function SearchForm({ asked, onAsk }: { readonly asked: string; readonly onAsk: (words: string) => void }): ReactNode {
  const t = useWords();
  const [words, setWords] = useState(asked);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    onAsk(words.trim());
  };
  return (
    <form role="search" onSubmit={submit} className="flex items-end gap-2">
      <Field label={t('search.words')} hideLabel className="min-w-0 flex-1 max-w-[40rem]">
        <TextInput
          type="search"
          maxLength={200}
          placeholder={t('search.placeholder')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </Field>
      <Button type="submit" tone="main">
        {t('search.go')}
      </Button>
    </form>
  );
}

interface HitsProps {
  readonly ws: string;
  readonly q: string;
  readonly found: SearchView;
  readonly first: number;
  readonly onGo: (offset: number) => void;
}

function Hits({ ws, q, found, first, onGo }: HitsProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  if (found.total === 0) return <EmptyState why={t('search.none', { q })} example={t('search.none.example')} />;
  const words = found.atLeast
    ? t('search.count.at_least', { count: format.number(found.total) })
    : t('search.count', { n: found.total, count: format.number(found.total) });
  return (
    <>
      <p role="status" className="text-soft">
        {words}
      </p>
      <ol className="rounded-lg border border-line bg-card">
        {found.items.map((hit) => (
          <Hit key={hit.messageId} ws={ws} hit={hit} />
        ))}
      </ol>
      {found.total > PAGE && (
        <nav aria-label={t('reading.pages')} className="flex items-center justify-center gap-3">
          <Button disabled={first === 0} onClick={() => onGo(first - PAGE)}>
            {t('search.previous')}
          </Button>
          <Button disabled={first + PAGE >= found.total} onClick={() => onGo(first + PAGE)}>
            {t('search.next')}
          </Button>
        </nav>
      )}
    </>
  );
}

function Hit({ ws, hit }: { readonly ws: string; readonly hit: SearchHit }): ReactNode {
  const { space } = useHere();
  const title = hit.title ?? hit.channel.name;
  const search = { around: hit.messageId };
  return (
    <li
      tabIndex={-1}
      data-message={hit.messageId}
      className="group grid gap-0.5 border-t border-line px-3.5 py-2.5 -outline-offset-2 first:border-t-0"
    >
      {hit.threadId === null ? (
        <Link
          to="/$ws/channels/$channel"
          params={{ ws, channel: hit.channelId }}
          search={search}
          className="truncate font-medium hover:underline"
        >
          {title}
        </Link>
      ) : (
        <Link
          to="/$ws/threads/$thread"
          params={{ ws, thread: hit.threadId }}
          search={search}
          className="truncate font-medium hover:underline"
        >
          {title}
        </Link>
      )}
      <p className="max-w-[90ch]">
        <Mark segments={hit.excerpt} />
      </p>
      <small className="flex flex-wrap items-center gap-1.5">
        <AuthorName author={hit.author} ws={ws} />
        <span>
          · <When when={hit.when} /> · {hit.place.name} · {hit.channel.name}
        </span>
        <span className="flex-1" />
        {space.can.raise && <RaiseButton pointed={{ messageId: hit.messageId }} />}
      </small>
    </li>
  );
}
