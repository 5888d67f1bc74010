import { useQuery } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { placesQuery } from '#web/community/places/places-query.ts';
import { channelsQuery } from '#web/community/reading/channels-query.ts';
import type { UrlState } from '#web/app/url-state.ts';
import { useWords } from '#web/i18n/index.ts';
import { Button, IconButton } from '#web/ui/button.tsx';
import { FilterBar } from '#web/ui/filter-bar.tsx';
import type { Filter } from '#web/ui/filter-bar.tsx';
import { PeriodPicker } from '#web/ui/period-picker.tsx';
import { textOf } from './use-view.ts';
import type { HealthView, Steps } from './use-view.ts';

/** Channels beyond this are too many for one list of the browser. */
const MOST_CHANNELS = 300;

interface HealthFiltersProps {
  readonly ws: string;
  readonly view: HealthView;
  readonly steps: Steps;
}

/** Place, channel and period; the arrows beside the period do what the arrow keys do. */
export function HealthFilters({ ws, view, steps }: HealthFiltersProps): ReactNode {
  const t = useWords();
  const { values, change, slice, period, isCompared } = view;
  const places = useQuery(placesQuery(ws));
  const channels = useQuery({ ...channelsQuery(ws, slice.place), enabled: slice.place !== undefined });
  const filters: readonly Filter[] = [
    { id: 'place', label: t('health.place'), options: optionsOf(places.data?.items) },
    ...(slice.place === undefined
      ? []
      : [{ id: 'channel', label: t('health.channel'), options: optionsOf(channels.data?.items) }]),
  ];
  // A channel belongs to its place: another place, another choice of channels.
  const narrow = (next: UrlState): void => change('place' in next ? { ...next, channel: undefined } : next);
  return (
    <FilterBar filters={filters} values={values} onChange={narrow}>
      <span className="inline-flex items-center">
        <Step label={t('health.keys.earlier')} icon={<ChevronLeft size={16} />} act={steps.earlier} />
        <PeriodPicker value={period} onChange={(next) => change({ period: textOf(next) })} />
        <Step label={t('health.keys.later')} icon={<ChevronRight size={16} />} act={steps.later} />
      </span>
      <Button tone="quiet" keys="x" onClick={() => change({ compare: isCompared ? 'none' : undefined })}>
        {isCompared ? t('health.compare.hide') : t('health.compare.show')}
      </Button>
    </FilterBar>
  );
}

interface StepProps {
  readonly label: string;
  readonly icon: ReactNode;
  readonly act: (() => void) | undefined;
}

function Step({ label, icon, act }: StepProps): ReactNode {
  return <IconButton label={label} icon={icon} disabled={act === undefined} onClick={() => act?.()} />;
}

function optionsOf(items: readonly { readonly id: string; readonly name: string }[] = []): Filter['options'] {
  return items.slice(0, MOST_CHANNELS).map(({ id, name }) => ({ value: id, label: name }));
}
