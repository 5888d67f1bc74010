import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '#web/app/api.ts';
import { useMinute } from '#web/app/clock.ts';
import { queryClient } from '#web/app/query.ts';
import { sayProblem } from '#web/app/say-problem.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import type { SessionList } from '#workspace/sessions/wire.ts';

const key = ['sessions'];

/** Where one is signed in; each can be ended, at once. */
export function SessionsCard(): ReactNode {
  const t = useWords();
  const format = useFormat();
  const now = useMinute();
  const sessions = useQuery({ queryKey: key, queryFn: ({ signal }) => api.get<SessionList>('/sessions', { signal }) });
  const end = (path: string) => (): void => {
    api
      .delete(path)
      .then(() => queryClient.invalidateQueries({ queryKey: key }))
      .catch((error: unknown) => sayProblem(error, t));
  };
  return (
    <Card title={t('settings.sessions')}>
      {sessions.isPending && <Skeleton />}
      {sessions.isError && <ErrorNote error={sessions.error} onRetry={() => void sessions.refetch()} />}
      <ul>
        {sessions.data?.items.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center gap-2 border-t border-line py-2 first:border-t-0">
            <span className="min-w-0 flex-1">
              <b>{session.device === '' ? t('settings.sessions.unknown') : session.device}</b>{' '}
              <small>
                {session.address} · {format.ago(session.seenAt, now)}
              </small>
            </span>
            {session.isThis ? (
              <Chip hue="field">{t('settings.sessions.this')}</Chip>
            ) : (
              <Button onClick={end(`/sessions/${session.id}`)}>{t('settings.sessions.end')}</Button>
            )}
          </li>
        ))}
      </ul>
      {(sessions.data?.items.length ?? 0) > 1 && (
        <Button className="mt-2" onClick={end('/sessions')}>
          {t('settings.sessions.end_others')}
        </Button>
      )}
    </Card>
  );
}
