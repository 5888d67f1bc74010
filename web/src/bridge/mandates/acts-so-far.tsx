import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ActionList } from '#bridge/actions/wire.ts';
import type { MandateView } from '#bridge/mandates/wire.ts';
import { api } from '#web/app/api.ts';
import { ActionLine } from '#web/bridge/actions/action-line.tsx';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { Card } from '#web/ui/card.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';

const SHOWN = 20;

/** The latest acts tied to the mandate, and where the others are sorted. */
export function ActsSoFar({ ws, mandate }: { readonly ws: string; readonly mandate: MandateView }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const acts = useQuery({
    queryKey: [ws, 'actions', 'of', mandate.id],
    queryFn: ({ signal }) => api.get<ActionList>('/actions', { query: { mandate: mandate.id, limit: SHOWN }, signal }),
  });
  const { data } = acts;
  return (
    <Card
      title={t('mandates.done_so_far')}
      aside={
        <Link to="/$ws/actions" params={{ ws }} search={{ mandate: mandate.id }} className="link no-print">
          {t('mandates.sort')}
        </Link>
      }
    >
      {acts.isPending && <Skeleton />}
      {acts.isError && <ErrorNote error={acts.error} onRetry={() => void acts.refetch()} />}
      {data?.items.length === 0 && <p className="text-soft">{t('mandates.nothing_done')}</p>}
      {data !== undefined && data.items.length > 0 && (
        <ul className="-mx-3.5 -mb-3">
          {data.items.map((action) => (
            <ActionLine key={action.id} ws={ws} action={action} />
          ))}
        </ul>
      )}
      {data !== undefined && data.total > SHOWN && (
        <small className="block pt-2">
          {t('mandates.more_acts', { n: data.total - SHOWN, count: format.number(data.total - SHOWN, 0) })}
        </small>
      )}
    </Card>
  );
}
