import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Kind, Signal, SignalsView } from '#bridge/signals/wire.ts';
import { useUrlState } from '#web/app/url-state.ts';
import { useWords } from '#web/i18n/index.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { Page } from '#web/ui/page.tsx';
import { Segmented } from '#web/ui/segmented.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { KIND_WORDS, KINDS } from './say-signal.ts';
import { SignalBoard } from './signal-board.tsx';
import { signalsQuery } from './signals-query.ts';
import { Triage } from './triage.tsx';

const route = getRouteApi('/$ws/signals');

/** What the field heard: what waits to be sorted, and what became of the rest. */
export function SignalsPage(): ReactNode {
  const t = useWords();
  const { ws } = route.useParams();
  const [view] = useUrlState();
  const signals = useQuery(signalsQuery(ws));
  const { data } = signals;
  const meant = data?.items.find(({ id }) => id === view['signal']);
  const isBoard = view['view'] === 'board' || isSorted(meant);
  return (
    <Page
      title={t('signals.title')}
      aside={data === undefined ? undefined : t('signals.aside', { n: data.counts.raised })}
      toolbar={<Toolbar isBoard={isBoard} />}
    >
      {signals.isPending && <Skeleton />}
      {signals.isError && <ErrorNote error={signals.error} onRetry={() => void signals.refetch()} />}
      {data !== undefined && <Shown ws={ws} data={data} kind={view['kind']} isBoard={isBoard} meant={meant?.id} />}
    </Page>
  );
}

/** One that was sorted since no longer waits: it is shown where it stands. */
function isSorted(signal: Signal | undefined): boolean {
  return signal !== undefined && signal.state !== 'raised';
}

function Toolbar({ isBoard }: { readonly isBoard: boolean }): ReactNode {
  const t = useWords();
  const [view, setView] = useUrlState();
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Segmented
        label={t('signals.view')}
        choices={[
          { value: 'triage', label: t('signals.view.triage') },
          { value: 'board', label: t('signals.view.board') },
        ]}
        value={isBoard ? 'board' : 'triage'}
        onChange={(next) => setView({ view: next === 'board' ? next : undefined, signal: undefined })}
      />
      <FilterBar
        filters={[
          {
            id: 'kind',
            label: t('signals.raise.kind'),
            options: KINDS.map((kind) => ({ value: kind, label: t(KIND_WORDS[kind]) })),
          },
        ]}
        values={{ kind: view['kind'] }}
        onChange={setView}
      />
    </div>
  );
}

interface ShownProps {
  readonly ws: string;
  readonly data: SignalsView;
  readonly kind: string | undefined;
  readonly isBoard: boolean;
  /** The one the reader came for. */
  readonly meant: string | undefined;
}

function Shown({ ws, data, kind, isBoard, meant }: ShownProps): ReactNode {
  if (data.items.length === 0) return <NoSignal ws={ws} mayRaise={data.can.raise} />;
  const isWanted = (one: Kind): boolean => kind === undefined || one === kind;
  const items = data.items.filter((signal) => isWanted(signal.kind));
  if (isBoard) return <SignalBoard ws={ws} items={items} counts={data.counts} meant={meant} />;
  return <Triage ws={ws} items={items.filter(({ state }) => state === 'raised')} maySort={data.can.sort} />;
}

function NoSignal({ ws, mayRaise }: { readonly ws: string; readonly mayRaise: boolean }): ReactNode {
  const t = useWords();
  return (
    <EmptyState
      why={t('signals.none')}
      example={t('signals.none.example')}
      action={
        mayRaise && (
          <LinkButton to="/$ws/threads" params={{ ws }}>
            {t('signals.none.do')}
          </LinkButton>
        )
      }
    />
  );
}
