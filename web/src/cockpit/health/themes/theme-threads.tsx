import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ThemeDetail, ThemeThread } from '#community/understanding/themes/wire.ts';
import { api } from '#web/app/api.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { say } from '#web/ui/toast.tsx';
import { useCorrect } from './use-correct.ts';

interface ThemeThreadsProps {
  readonly ws: string;
  readonly themeId: string;
  readonly threads: readonly ThemeThread[];
  readonly out: NonNullable<ThemeDetail['out']>;
  readonly canCorrect: boolean;
}

const AT_FIRST = 8;

/** Threads about the theme, those a person put there told apart; each may be taken out, and brought back. */
export function ThemeThreads({ ws, themeId, threads, out, canCorrect }: ThemeThreadsProps): ReactNode {
  const t = useWords();
  const correct = useCorrect(ws);
  const [all, setAll] = useState(false);
  const place = (threadId: string, belongs: boolean) => api.put(`/themes/${themeId}/threads/${threadId}`, { belongs });
  const takeOut = (threadId: string): void => {
    correct(async () => {
      await place(threadId, false);
      say(t('health-themes.threads.taken_out'), { undo: () => correct(() => place(threadId, true)) });
    });
  };
  const shown = all ? threads : threads.slice(0, AT_FIRST);
  return (
    <section className="grid gap-2">
      <h3 className="text-sm font-semibold text-soft">{t('health-themes.threads', { n: threads.length })}</h3>
      {threads.length === 0 && <p className="text-soft">{t('health-themes.threads.none')}</p>}
      <ul className="grid">
        {shown.map((thread) => (
          <Line key={thread.id} ws={ws} thread={thread} onTakeOut={canCorrect ? takeOut : undefined} />
        ))}
      </ul>
      {shown.length < threads.length && (
        <Button tone="quiet" className="no-print justify-self-start" onClick={() => setAll(true)}>
          {t('health-themes.threads.more', { n: threads.length - shown.length })}
        </Button>
      )}
      {out.length > 0 && (
        <ul className="grid gap-1 text-soft">
          {out.map(({ id, title }) => (
            <li key={id} className="flex items-baseline justify-between gap-3">
              <span className="truncate">{t('health-themes.threads.out', { title })}</span>
              {canCorrect && (
                <Button tone="quiet" className="no-print h-6" onClick={() => correct(() => place(id, true))}>
                  {t('health-themes.threads.bring_back')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface LineProps {
  readonly ws: string;
  readonly thread: ThemeThread;
  readonly onTakeOut: ((id: string) => void) | undefined;
}

function Line({ ws, thread, onTakeOut }: LineProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  const { id, title, place, messages, mentions, by } = thread;
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-3 border-t border-line py-1.5 first:border-t-0">
      <span className="min-w-0 flex-1 basis-64">
        <Link to="/$ws/threads/$thread" params={{ ws, thread: id }} className="link">
          {title}
        </Link>
        <small className="block">
          {place} ·{' '}
          {t('health-themes.threads.line', {
            mentions: format.number(mentions, 0),
            messages: format.number(messages, 0),
          })}
          {by === 'person' && ` · ${t('health-themes.threads.by_person')}`}
        </small>
      </span>
      {onTakeOut !== undefined && (
        <Button tone="quiet" className="no-print h-6" onClick={() => onTakeOut(id)}>
          {t('health-themes.threads.take_out')}
        </Button>
      )}
    </li>
  );
}
