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
import type { Asking } from './figures-query.ts';
import { panelQuery, registryQuery } from './figures-query.ts';
import { HealthFilters } from './filters/health-filters.tsx';
import { HealthLead } from './lead.tsx';
import { Happened } from './notes/happened.tsx';
import { Tile } from './tile.tsx';
import { FIGURES, QUESTIONS, questionOf, TILES } from './tiles.ts';
import { useAsking, useHealthView, useSteps } from './use-view.ts';
import { isNarrowed } from './view.ts';
import type { HealthView } from './view.ts';

const route = getRouteApi('/$ws/health');

type Found = UseQueryResult<FigurePanel>;

/** How the community is, on one screen: eight matters, each with its interval and what can be said of its change. */
export function HealthPage(): ReactNode {
  const t = useWords();
  const { ws } = route.useParams();
  const view = useHealthView();
  const places = useQuery(placesQuery(ws));
  const asking = useAsking(ws, view, { full: false });
  const halves = useQueries({
    queries: QUESTIONS.map((figures) => ({ ...panelQuery(asking, figures), enabled: !view.asked.isWrong })),
  });
  const isSettled = halves.every(({ isFetching }) => !isFetching);
  // Behind a button: the figures come first.
  const registry = useQuery({ ...registryQuery(ws, asking.reader), enabled: isSettled });
  const answers = halves.flatMap(({ data, isPlaceholderData }) => (isPlaceholderData ? [] : (data?.items ?? [])));
  const steps = useSteps(ws, view, answers[0]?.window);
  const isEmpty = places.data?.items.length === 0 || isNothing(answers, view);
  if (isEmpty) return <NothingYet ws={ws} title={t('health.title')} canAdd={places.data?.can.add === true} />;
  return (
    <Page
      title={t('health.title')}
      aside={<Computing halves={halves} />}
      actions={
        <>
          <AllFigures ws={ws} registry={registry.data} />
          <CopyButton text={window.location.href} label={t('health.copy_link')} />
        </>
      }
      toolbar={<HealthFilters ws={ws} view={view} steps={steps} />}
    >
      <Panel {...{ ws, view, asking, halves }} places={placesOf(places.data, view)} />
    </Page>
  );
}

/** Nothing was ever received, whatever the view. */
function isNothing(answers: readonly FigureAnswer[], view: HealthView): boolean {
  return answers.length > 0 && answers.every(holdsNothing) && !isNarrowed(view);
}

/** How many tiles are there, as long as some are not. */
function Computing({ halves }: { readonly halves: readonly Found[] }): ReactNode {
  const t = useWords();
  const done = TILES.filter((tile) => halves[questionOf(tile)]?.isFetching === false).length;
  if (done === TILES.length) return undefined;
  return t('health.computing.of', { done, of: TILES.length });
}

/** The places of the view. */
function placesOf(places: PlacesView | undefined, { slice }: HealthView): readonly PlaceView[] {
  const items = places?.items ?? [];
  return slice.place === undefined ? items : items.filter(({ id }) => id === slice.place);
}

interface PanelProps {
  readonly ws: string;
  readonly view: HealthView;
  readonly asking: Asking;
  readonly halves: readonly Found[];
  readonly places: readonly PlaceView[];
}

function Panel({ ws, view, asking, halves, places }: PanelProps): ReactNode {
  const refused = refusalOf(halves);
  if (view.asked.isWrong || refused !== null)
    return <BadView view={view} error={refused} onRetry={() => retry(halves)} />;
  const found = halves.flatMap(({ data }) => data?.items ?? []);
  const items = FIGURES.flatMap((id) => found.filter(({ figure }) => figure.id === id));
  const isWhole = halves.every(({ data }) => data !== undefined);
  if (isWhole && isNarrowed(view) && items.every(isUnavailable)) return <NothingMatches view={view} />;
  return (
    <>
      {isWhole ? (
        <HealthLead
          ws={ws}
          items={items}
          isCompared={view.compare !== 'none'}
          places={places}
          onWhole={wholeOf(view)}
        />
      ) : (
        <LeadSkeleton />
      )}
      <Tiles ws={ws} asking={asking} halves={halves} isWhole={isWhole} />
      <Happened ws={ws} window={isWhole ? items[0]?.window : undefined} place={view.slice.place} />
    </>
  );
}

/** All there is, where the view shows some of it. */
function wholeOf({ asked, change }: HealthView): (() => void) | undefined {
  return asked.period.kind === 'all' ? undefined : () => change({ period: 'all' });
}

/** What is refused to all tiles is said once, for all; a tile that fails alone says so itself. */
function refusalOf(halves: readonly Found[]): Error | null {
  const isAnswered = halves.some(({ data, isPlaceholderData }) => data !== undefined && !isPlaceholderData);
  if (isAnswered) return null;
  return halves.find(({ error }) => error !== null)?.error ?? null;
}

type TilesProps = Pick<PanelProps, 'ws' | 'asking' | 'halves'> & { readonly isWhole: boolean };

function Tiles({ ws, asking, halves, isWhole }: TilesProps): ReactNode {
  const isSettled = halves.every(({ isFetching }) => !isFetching);
  return (
    <div aria-busy={!isWhole} className="grid gap-3.5 wide:grid-cols-2 large:grid-cols-4">
      {TILES.map((tile) => {
        const one = halves[questionOf(tile)];
        return (
          one !== undefined && (
            <Tile key={tile.lead} ws={ws} asking={asking} tile={tile} found={one} isSettled={isSettled} />
          )
        );
      })}
    </div>
  );
}

function isUnavailable({ value }: FigureAnswer): boolean {
  return value.state === 'unavailable';
}

function retry(halves: readonly Found[]): void {
  for (const one of halves) if (one.isError) void one.refetch();
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
