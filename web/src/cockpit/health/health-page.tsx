import { useQueries, useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { FigureAnswer, FigurePanel } from '#cockpit/figures/wire.ts';
import type { PlacesView, PlaceView } from '#community/places/wire.ts';
import { placesQuery } from '#web/community/places/places-query.ts';
import { useWords } from '#web/i18n/index.ts';
import { CopyButton } from '#web/ui/copy-button.tsx';
import { LinkButton } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Page } from '#web/ui/page.tsx';
import { AllFigures } from './all-figures.tsx';
import { BadView, NothingMatches } from './bad-view.tsx';
import { registryQuery, tileQuery } from './figures-query.ts';
import { HealthFilters } from './filters/health-filters.tsx';
import { HealthLead } from './lead.tsx';
import { Tile } from './tile.tsx';
import { TileSkeletons } from './tile-skeletons.tsx';
import { tilesOf } from './tiles.ts';
import type { TileOf } from './tiles.ts';
import { isNarrowed, useAsking, useHealthView, useSteps } from './use-view.ts';
import type { HealthView } from './use-view.ts';

const route = getRouteApi('/$ws/health');

type Found = UseQueryResult<FigurePanel>;

/** How the community is, on one screen: eight matters, each with its interval and what can be said of its change. */
export function HealthPage(): ReactNode {
  const t = useWords();
  const { ws } = route.useParams();
  const view = useHealthView();
  const places = useQuery(placesQuery(ws));
  const asking = useAsking(ws, view, { full: false });
  const registry = useQuery(registryQuery(ws, asking.reader));
  const tiles = tilesOf(registry.data);
  const found = useQueries({
    queries: tiles.map(({ lead, beside }) => ({
      ...tileQuery(asking, beside === undefined ? [lead] : [lead, beside]),
      enabled: !view.asked.isWrong,
    })),
  });
  const answers = found.flatMap(({ data, isPlaceholderData }) => (isPlaceholderData ? [] : (data?.items ?? [])));
  const steps = useSteps(ws, view, answers[0]?.window);
  const isEmpty = places.data?.items.length === 0 || isNothing(answers, view);
  if (isEmpty) return <NothingYet ws={ws} title={t('health.title')} canAdd={places.data?.can.add === true} />;
  return (
    <Page
      title={t('health.title')}
      aside={<Computing found={found} />}
      actions={
        <>
          <AllFigures ws={ws} registry={registry.data} />
          <CopyButton text={window.location.href} label={t('health.copy_link')} />
        </>
      }
      toolbar={<HealthFilters ws={ws} view={view} steps={steps} />}
    >
      <Panel ws={ws} view={view} tiles={tiles} found={found} places={placesOf(places.data, view)} registry={registry} />
    </Page>
  );
}

/** Nothing was ever received, whatever the view. */
function isNothing(answers: readonly FigureAnswer[], view: HealthView): boolean {
  return answers.length > 0 && answers.every(holdsNothing) && !isNarrowed(view);
}

/** How many tiles are there, as long as some are not. */
function Computing({ found }: { readonly found: readonly Found[] }): ReactNode {
  const t = useWords();
  const done = found.filter(({ isFetching }) => !isFetching).length;
  if (done === found.length) return undefined;
  return t('health.computing.of', { done, of: found.length });
}

/** The places of the view. */
function placesOf(places: PlacesView | undefined, { slice }: HealthView): readonly PlaceView[] {
  const items = places?.items ?? [];
  return slice.place === undefined ? items : items.filter(({ id }) => id === slice.place);
}

interface PanelProps {
  readonly ws: string;
  readonly view: HealthView;
  readonly tiles: readonly TileOf[];
  readonly found: readonly Found[];
  readonly places: readonly PlaceView[];
  readonly registry: UseQueryResult;
}

function Panel({ ws, view, tiles, found, places, registry }: PanelProps): ReactNode {
  const refused = refusalOf(found, registry);
  if (view.asked.isWrong || refused !== null)
    return <BadView view={view} error={refused} onRetry={() => retry(found, registry)} />;
  const items = found.flatMap(({ data }) => data?.items ?? []);
  const isWhole = tiles.length > 0 && found.every(({ data }) => data !== undefined);
  if (isWhole && isNarrowed(view) && items.every(isUnavailable)) return <NothingMatches view={view} />;
  return (
    <>
      {isWhole ? <HealthLead items={items} isCompared={view.compare !== 'none'} places={places} /> : <LeadSkeleton />}
      <Tiles ws={ws} tiles={tiles} found={found} isWhole={isWhole} />
    </>
  );
}

/** What is refused to all tiles is said once, for all; a tile that fails alone says so itself. */
function refusalOf(found: readonly Found[], registry: UseQueryResult): Error | null {
  const isAnswered = found.some(({ data, isPlaceholderData }) => data !== undefined && !isPlaceholderData);
  if (isAnswered) return null;
  return registry.error ?? found.find(({ error }) => error !== null)?.error ?? null;
}

type TilesProps = Pick<PanelProps, 'ws' | 'tiles' | 'found'> & { readonly isWhole: boolean };

function Tiles({ ws, tiles, found, isWhole }: TilesProps): ReactNode {
  return (
    <div aria-busy={!isWhole} className="grid gap-3.5 wide:grid-cols-2 large:grid-cols-4">
      {tiles.length === 0 && <TileSkeletons />}
      {tiles.map((tile, at) => {
        const one = found[at];
        return one !== undefined && <Tile key={tile.lead} ws={ws} tile={tile} found={one} />;
      })}
    </div>
  );
}

function isUnavailable({ value }: FigureAnswer): boolean {
  return value.state === 'unavailable';
}

function retry(found: readonly Found[], registry: UseQueryResult): void {
  if (registry.isError) void registry.refetch();
  for (const one of found) if (one.isError) void one.refetch();
}

function LeadSkeleton(): ReactNode {
  const t = useWords();
  return (
    <div role="status" className="h-16 animate-pulse rounded-lg bg-cockpit-wash">
      <span className="sr-only">{t('ui.loading')}</span>
    </div>
  );
}

function holdsNothing({ value }: FigureAnswer): boolean {
  return value.state === 'unavailable' && (value.reason === 'no_places' || value.reason === 'nothing_yet');
}

interface NothingYetProps {
  readonly ws: string;
  readonly title: string;
  readonly canAdd: boolean;
}

function NothingYet({ ws, title, canAdd }: NothingYetProps): ReactNode {
  const t = useWords();
  const add = (
    <LinkButton tone="main" to="/$ws/imports" params={{ ws }}>
      {t('health.none.import')}
    </LinkButton>
  );
  return (
    <Page title={title}>
      <EmptyState why={t('health.none')} example={t('health.none.example')} action={canAdd ? add : undefined} />
    </Page>
  );
}
