import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { PlaceCounts, PlaceView } from '#community/places/wire.ts';
import { useMinute } from '#web/app/clock.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';
import { LinkButton } from '#web/ui/button.tsx';
import { Card } from '#web/ui/card.tsx';
import { Chip } from '#web/ui/chip.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorNote } from '#web/ui/error-note.tsx';
import { Page } from '#web/ui/page.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { When } from '#web/ui/when.tsx';
import { kindOf } from './kind-of.ts';
import { countsQuery, placesQuery } from './places-query.ts';

const route = getRouteApi('/$ws/places');

/** Where the community lives, how fresh each place is, and what it cannot give. */
export function PlacesPage(): ReactNode {
  const t = useWords();
  const { ws } = route.useParams();
  const places = useQuery(placesQuery(ws));
  const counts = useQuery(countsQuery(ws));
  const add = (
    <LinkButton tone="main" to="/$ws/imports" params={{ ws }}>
      {t('places.import')}
    </LinkButton>
  );
  return (
    <Page title={t('places.title')} actions={places.data?.can.add === true && add}>
      {places.isPending && <Skeleton />}
      {counts.isError && <ErrorNote error={counts.error} onRetry={() => void counts.refetch()} />}
      {places.isError && <ErrorNote error={places.error} onRetry={() => void places.refetch()} />}
      {places.data?.items.length === 0 && (
        <EmptyState why={t('places.none')} example={t('places.none.example')} action={add} />
      )}
      <div className="grid gap-3.5 wide:grid-cols-2 large:grid-cols-3">
        {places.data?.items.map((place) => (
          <PlaceCard
            key={place.id}
            ws={ws}
            place={place}
            counts={counts.data?.items.find(({ placeId }) => placeId === place.id)}
          />
        ))}
      </div>
    </Page>
  );
}

interface PlaceCardProps {
  readonly ws: string;
  readonly place: PlaceView;
  readonly counts: PlaceCounts | undefined;
}

function PlaceCard({ ws, place, counts }: PlaceCardProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  const now = useMinute();
  return (
    <Card
      title={
        <Link to="/$ws/places/$place" params={{ ws, place: place.id }} className="text-base text-ink hover:underline">
          {place.name}
        </Link>
      }
      aside={kindOf(place.connector, t)}
    >
      <dl className="my-2 grid grid-cols-4 gap-2">
        {(['messages', 'threads', 'members', 'channels'] as const).map((name) => (
          <div key={name}>
            <dt className="text-sm text-soft">{t(`places.${name}`)}</dt>
            <dd className="font-semibold tabular-nums">{counts === undefined ? '…' : format.number(counts[name])}</dd>
          </div>
        ))}
      </dl>
      <p className="text-soft">
        {counts?.newest === null && t('places.nothing_yet')}
        {counts?.newest !== null && counts !== undefined && (
          <>
            {t('places.newest')} <When when={counts.newest} dayOnly />
          </>
        )}
        {place.lastImportAt !== null && ` · ${t('places.imported', { ago: format.ago(place.lastImportAt, now) })}`}
      </p>
      {place.missing.length > 0 && (
        <p className="mt-2 flex flex-wrap items-center gap-1.5">
          <small>{t('places.cannot')}</small>
          {place.missing.map((gift) => (
            <Chip key={gift}>{t(`places.gives.${gift}`)}</Chip>
          ))}
        </p>
      )}
    </Card>
  );
}
