import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import type { MessagesView } from '#community/reading/wire.ts';
import { api } from '#web/app/api.ts';
import { walkMessages } from '#web/app/raise.ts';
import { useShortcut } from '#web/app/shortcuts.ts';
import { useUrlState } from '#web/app/url-state.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { marksQuery, ToldHere } from './marks.tsx';
import { MessageItem } from './message-item.tsx';

const PAGE = 50;

interface StreamProps {
  readonly ws: string;
  /** `/threads/{id}` or `/channels/{id}`. */
  readonly source: string;
}

/** Messages in order, a page at a time; `?around=` opens the page that holds a message and shows it. */
export function Stream({ ws, source }: StreamProps): ReactNode {
  const t = useWords();
  const [view, setView] = useUrlState();
  const around = view['around'];
  const offset = Number(view['offset'] ?? 0);
  const messages = useQuery({
    queryKey: [ws, source, offset, around],
    queryFn: ({ signal }) =>
      api.get<MessagesView>(`${source}/messages`, { query: { offset, limit: PAGE, around }, signal }),
  });
  const ids = messages.data?.items.map(({ id }) => id) ?? [];
  const { data: marks } = useQuery(marksQuery(ws, ids));
  useShortcut('messageNext', () => walkMessages(1));
  useShortcut('messagePrevious', () => walkMessages(-1));
  const isThere = messages.data !== undefined;
  useEffect(() => {
    if (isThere && around !== undefined) document.getElementById(`m-${around}`)?.scrollIntoView({ block: 'center' });
  }, [isThere, around]);
  const go = (to: number): void => {
    setView({ offset: to <= 0 ? undefined : String(to), around: undefined });
    window.scrollTo({ top: 0 });
  };
  if (messages.isPending) return <Skeleton />;
  if (messages.isError) return <ErrorNote error={messages.error} onRetry={() => void messages.refetch()} />;
  const { items, total, offset: first } = messages.data;
  if (items.length === 0) return <EmptyState why={t('reading.no_message')} />;
  return (
    <>
      {marks !== undefined && <ToldHere ws={ws} told={marks.told} />}
      <div className="rounded-lg border border-line bg-card">
        {items.map((message) => (
          <MessageItem
            key={message.id}
            ws={ws}
            message={message}
            mark={marks?.items.find(({ messageId }) => messageId === message.id)}
            isAsked={message.id === around}
          />
        ))}
      </div>
      {total > PAGE && <Pager first={first} shown={items.length} total={total} onGo={go} />}
    </>
  );
}

interface PagerProps {
  readonly first: number;
  readonly shown: number;
  readonly total: number;
  readonly onGo: (offset: number) => void;
}

function Pager({ first, shown, total, onGo }: PagerProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  return (
    <nav aria-label={t('reading.pages')} className="flex items-center justify-center gap-3">
      <Button disabled={first === 0} onClick={() => onGo(first - PAGE)}>
        {t('reading.earlier')}
      </Button>
      <small className="tabular-nums">
        {t('reading.range', {
          from: format.number(first + 1),
          until: format.number(first + shown),
          total: format.number(total),
        })}
      </small>
      <Button disabled={first + shown >= total} onClick={() => onGo(first + PAGE)}>
        {t('reading.later')}
      </Button>
    </nav>
  );
}
