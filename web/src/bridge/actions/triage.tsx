import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { FoundList } from '#bridge/actions/wire.ts';
import { useUrlState } from '#web/app/url-state.ts';
import { partsQuery } from '#web/bridge/mandates/mandates-query.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { foundQuery } from './actions-query.ts';
import { TriageList } from './triage-list.tsx';

/** Messages of the team that wait to be sorted: confirm what the rules propose, or say otherwise. */
export function Triage({ ws }: { readonly ws: string }): ReactNode {
  const [{ mandate, channel }] = useUrlState();
  const narrowed = { ...(mandate === undefined ? {} : { mandate }), ...(channel === undefined ? {} : { channel }) };
  const found = useQuery(foundQuery(ws, narrowed));
  const { data } = found;
  return (
    <div className="grid gap-3">
      <Filters ws={ws} list={data} />
      {found.isPending && <Skeleton />}
      {found.isError && <ErrorNote error={found.error} onRetry={() => void found.refetch()} />}
      {data?.total === 0 && <Nothing ws={ws} isNarrowed={Object.keys(narrowed).length > 0} />}
      {data !== undefined && data.total > 0 && <TriageList ws={ws} list={data} />}
    </div>
  );
}

function Filters({ ws, list }: { readonly ws: string; readonly list: FoundList | undefined }): ReactNode {
  const t = useWords();
  const format = useFormat();
  const [view, setView] = useUrlState();
  const parts = useQuery(partsQuery(ws));
  const mandates = (list?.mandates ?? []).map(({ id, intention }) => ({ value: id, label: intention }));
  const channels = (parts.data?.channels ?? []).map(({ id, name, place }) => ({
    value: id,
    label: t('mandates.channel', { name, place }),
  }));
  const waiting = list?.total ?? 0;
  return (
    <FilterBar
      values={view}
      onChange={setView}
      filters={[
        { id: 'mandate', label: t('actions.filter.mandate'), options: mandates },
        { id: 'channel', label: t('actions.filter.channel'), options: channels },
      ]}
    >
      {waiting > 0 && <small>{t('actions.waiting', { n: waiting, count: format.number(waiting, 0) })}</small>}
    </FilterBar>
  );
}

function Nothing({ ws, isNarrowed }: { readonly ws: string; readonly isNarrowed: boolean }): ReactNode {
  const t = useWords();
  if (isNarrowed) return <EmptyState why={t('actions.none_fit')} example={t('actions.none_fit.example')} />;
  return (
    <EmptyState
      why={t('actions.none')}
      example={t('actions.none.example')}
      action={
        <LinkButton to="/$ws/members" params={{ ws }} search={{ kind: 'staff' }}>
          {t('actions.none.do')}
        </LinkButton>
      }
    />
  );
}
