import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { UrlState } from '#web/app/url-state.ts';
import { placesQuery } from '#web/community/places/places-query.ts';
import { useWords } from '#web/i18n/index.ts';
import type { Filter } from '#web/ui/filter-bar.tsx';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import { PeriodPicker } from '#web/ui/period-picker.tsx';
import type { Period } from '#web/ui/period.ts';
import { periodOf, periodText } from '#web/ui/period.ts';
import { channelsQuery } from './channels-query.ts';

/** Channels beyond this are found by search, not in a list. */
const MOST_CHANNELS = 300;

interface ReadingFiltersProps {
  readonly ws: string;
  readonly view: UrlState;
  readonly onChange: (change: UrlState) => void;
  readonly order: Filter;
}

/** What narrows threads and search: place, channel, staff, period, order. All of it lives in the address. */
export function ReadingFilters({ ws, view, onChange, order }: ReadingFiltersProps): ReactNode {
  const t = useWords();
  const places = useQuery(placesQuery(ws));
  const place = view['place'];
  const channels = useQuery({ ...channelsQuery(ws, place), enabled: place !== undefined });
  const filters: Filter[] = [
    { id: 'place', label: t('reading.place'), options: (places.data?.items ?? []).map(asOption) },
    ...(place === undefined
      ? []
      : [
          {
            id: 'channel',
            label: t('reading.channel'),
            options: (channels.data?.items ?? []).slice(0, MOST_CHANNELS).map(asOption),
          },
        ]),
    {
      id: 'staff',
      label: t('reading.by'),
      options: [
        { value: 'without', label: t('reading.by.members') },
        { value: 'only', label: t('reading.by.staff') },
      ],
    },
    order,
  ];
  const change = (next: UrlState): void => onChange('place' in next ? { ...next, channel: undefined } : next);
  const period = view['period'];
  return (
    <FilterBar filters={filters} values={view} onChange={change}>
      <PeriodPicker
        value={period === undefined ? { kind: 'all' } : periodOf(period)}
        onChange={(next) => onChange({ period: next.kind === 'all' ? undefined : periodText(next) })}
      />
    </FilterBar>
  );
}

function asOption({ id, name }: { readonly id: string; readonly name: string }): { value: string; label: string } {
  return { value: id, label: name };
}

/** The days of a period as the server takes them: half-open. `today` is a day of the workspace. */
export function daysOf(text: string | undefined, today: string): { from?: string; until?: string } {
  if (text === undefined) return {};
  const period: Period = periodOf(text);
  if (period.kind === 'all') return {};
  if (period.kind === 'range') return { from: period.from, until: addDays(period.until, 1) };
  return { from: addDays(today, 1 - period.days), until: addDays(today, 1) };
}

function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
