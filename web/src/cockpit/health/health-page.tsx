import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { FigureAnswer, FigurePanel } from '#cockpit/figures/wire.ts';
import type { PlacesView, PlaceView } from '#community/places/wire.ts';
import { placesQuery } from '#web/community/places/places-query.ts';
import { useWords } from '#web/i18n/index.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { panelQuery } from './figures-query.ts';
import { HealthFilters } from './health-filters.tsx';
import { HealthLead } from './lead.tsx';
import { Tile } from './tile.tsx';
import { TileSkeletons } from './tile-skeletons.tsx';
import { useAsking, useHealthView, useSteps } from './use-view.ts';
import type { HealthView } from './use-view.ts';

const route = getRouteApi('/$ws/health');

/** How the community is: six figures on one screen, each with its interval and what can be said of its change. */
export function HealthPage(): ReactNode {
  const t = useWords();
  const { ws } = route.useParams();
  const view = useHealthView(ws);
  const places = useQuery(placesQuery(ws));
  const asking = useAsking(ws, view, 'previous');
  const panel = useQuery({ ...panelQuery(asking), enabled: view.days !== undefined });
  const items = panel.data?.items;
  const steps = useSteps(view);
  const isEmpty = places.data?.items.length === 0 || items?.every(holdsNothing) === true;
  const canAdd = places.data?.can.add === true;
  return (
    <Page
      title={t('health.title')}
      aside={panel.isPlaceholderData && t('health.computing')}
      toolbar={!isEmpty && <HealthFilters ws={ws} view={view} steps={steps} />}
    >
      {isEmpty ? (
        <NothingYet ws={ws} canAdd={canAdd} />
      ) : (
        <Panel ws={ws} view={view} panel={panel} places={placesOf(places.data, view)} />
      )}
    </Page>
  );
}

/** The places of the view. */
function placesOf(places: PlacesView | undefined, { slice }: HealthView): readonly PlaceView[] {
  const items = places?.items ?? [];
  return slice.place === undefined ? items : items.filter(({ id }) => id === slice.place);
}

interface PanelProps {
  readonly ws: string;
  readonly view: HealthView;
  readonly panel: UseQueryResult<FigurePanel>;
  readonly places: readonly PlaceView[];
}

function Panel({ ws, view, panel, places }: PanelProps): ReactNode {
  if (view.error !== null) return <ErrorNote error={view.error} onRetry={view.retry} />;
  if (panel.error !== null) return <ErrorNote error={panel.error} onRetry={() => void panel.refetch()} />;
  if (panel.data === undefined) return <TileSkeletons />;
  const { items } = panel.data;
  return (
    <div aria-busy={panel.isPlaceholderData} className="grid gap-3.5">
      <HealthLead items={items} isCompared={view.isCompared} places={places} />
      <div className="grid gap-3.5 wide:grid-cols-2 large:grid-cols-3">
        {items.map((answer) => (
          <Tile key={answer.figure.id} ws={ws} answer={answer} />
        ))}
      </div>
    </div>
  );
}

function holdsNothing({ value }: FigureAnswer): boolean {
  return value.state === 'unavailable' && (value.reason === 'no_places' || value.reason === 'nothing_yet');
}

function NothingYet({ ws, canAdd }: { readonly ws: string; readonly canAdd: boolean }): ReactNode {
  const t = useWords();
  const add = (
    <LinkButton tone="main" to="/$ws/imports" params={{ ws }}>
      {t('health.none.import')}
    </LinkButton>
  );
  return <EmptyState why={t('health.none')} example={t('health.none.example')} action={canAdd ? add : undefined} />;
}
