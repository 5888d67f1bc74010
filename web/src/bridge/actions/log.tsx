import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ActionRow } from '#bridge/actions/wire.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Button } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { ActionDialog } from './action-dialog.tsx';
import { ActionLine } from './action-line.tsx';
import { LOT, logQuery } from './actions-query.ts';

/** Acts that were sorted or written down, the newest first; each can be corrected. */
export function Log({ ws }: { readonly ws: string }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const [offset, setOffset] = useState(0);
  const [changing, setChanging] = useState<ActionRow>();
  const log = useQuery(logQuery(ws, offset));
  const { data } = log;
  if (log.isError) return <ErrorNote error={log.error} onRetry={() => void log.refetch()} />;
  if (data === undefined) return <Skeleton />;
  if (data.total === 0) return <EmptyState why={t('actions.log.none')} example={t('actions.log.none.example')} />;
  const range = {
    from: format.number(offset + 1, 0),
    to: format.number(offset + data.items.length, 0),
    of: format.number(data.total, 0),
  };
  return (
    <div className="grid gap-2">
      <ul className="rounded-lg border border-line bg-card">
        {data.items.map((action) => (
          <ActionLine
            key={action.id}
            ws={ws}
            action={action}
            showsMandate
            {...(data.can.log ? { onChange: () => setChanging(action) } : {})}
          />
        ))}
      </ul>
      <div className="flex items-center gap-2">
        <small>{t('actions.range', range)}</small>
        <Button disabled={offset === 0} onClick={() => setOffset(Math.max(0, offset - LOT))}>
          {t('actions.newer')}
        </Button>
        <Button disabled={offset + LOT >= data.total} onClick={() => setOffset(offset + LOT)}>
          {t('actions.older')}
        </Button>
      </div>
      {changing !== undefined && (
        <ActionDialog key={changing.id} ws={ws} action={changing} onClose={() => setChanging(undefined)} />
      )}
    </div>
  );
}
