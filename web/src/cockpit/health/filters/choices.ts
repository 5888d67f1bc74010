import { queryOptions, useQuery } from '@tanstack/react-query';
import type { LanguagesView } from '#cockpit/languages/wire.ts';
import type { ThemesView } from '#community/understanding/themes/wire.ts';
import type { Language } from '#kernel/language.ts';
import { placesQuery } from '#web/community/places/places-query.ts';
import { useSegmentOptions } from '#web/cockpit/segments/segments-query.ts';
import { channelsQuery } from '#web/community/reading/channels-query.ts';
import { api } from '#web/app/api.ts';
import { useLanguage, useWords } from '#web/i18n/index.ts';
import type { Option } from '#web/ui/select.tsx';
import type { HealthView, Narrowing } from '../view.ts';

/** More would be too many for one list of the browser. */
const MOST = 300;

/** One way to narrow the figures. `isMany`: several values may hold at once. */
export interface Choice {
  readonly id: Narrowing;
  readonly label: string;
  readonly options: readonly Option[];
  readonly isMany: boolean;
}

const languagesQuery = (ws: string) =>
  queryOptions({
    queryKey: [ws, 'languages'],
    queryFn: ({ signal }) => api.get<LanguagesView>('/languages', { signal }),
    staleTime: 300_000,
  });

const themesQuery = (ws: string) =>
  queryOptions({
    queryKey: [ws, 'themes', 'choices'],
    queryFn: ({ signal }) => api.get<ThemesView>('/themes', { signal }),
    staleTime: 60_000,
  });

/** What can be called a language; whatever stands in an address may not be. */
const IS_CODE = /^[a-z]{2,3}$/;

/**
 * What the figures of this workspace can be narrowed by; what has nothing to choose from is left out. `used`: languages and
 * themes only where they narrow, since counting them costs as much as a figure; languages that narrow have their names
 * without being counted.
 */
export function useChoices(
  ws: string,
  { slice }: Pick<HealthView, 'slice'>,
  wanted: 'all' | 'used' = 'all',
): readonly Choice[] {
  const t = useWords();
  const reader = useLanguage();
  const places = useQuery(placesQuery(ws));
  const channels = useQuery({ ...channelsQuery(ws, slice.place), enabled: slice.place !== undefined });
  const languages = useQuery({ ...languagesQuery(ws), enabled: wanted === 'all' });
  const codes =
    languages.data?.items.map(({ code }) => code) ?? slice.language?.filter((code) => IS_CODE.test(code)) ?? [];
  const themes = useQuery({ ...themesQuery(ws), enabled: wanted === 'all' || slice.theme !== undefined });
  const segments = useSegmentOptions(ws);
  const all: readonly Choice[] = [
    { id: 'place', label: t('health.place'), options: named(places.data?.items), isMany: false },
    { id: 'channel', label: t('health.channel'), options: named(channels.data?.items), isMany: false },
    { id: 'segment', label: t('health.segment'), options: segments, isMany: false },
    { id: 'theme', label: t('health.theme'), options: themesOf(themes.data, reader), isMany: true },
    {
      id: 'language',
      label: t('health.language'),
      options: codes.map((code) => ({ value: code, label: languageName(code, reader) })),
      isMany: true,
    },
    {
      id: 'kind',
      label: t('health.kind'),
      options: [
        { value: 'question', label: t('health.kind.question') },
        { value: 'other', label: t('health.kind.other') },
      ],
      isMany: false,
    },
  ];
  return all.filter(({ options }) => options.length > 0);
}

function named(items: readonly { readonly id: string; readonly name: string }[] = []): readonly Option[] {
  return items.slice(0, MOST).map(({ id, name }) => ({ value: id, label: name }));
}

/** The themes one talks about now, the most mentioned first. */
function themesOf(themes: ThemesView | undefined, reader: Language): readonly Option[] {
  return (themes?.items ?? [])
    .filter(({ mergedInto, retired }) => mergedInto === null && !retired)
    .toSorted((a, b) => b.mentions - a.mentions)
    .slice(0, MOST)
    .map(({ id, name }) => ({ value: id, label: name[reader] }));
}

function languageName(code: string, reader: Language): string {
  const name = new Intl.DisplayNames(reader, { type: 'language', fallback: 'code' }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(reader) + name.slice(1);
}
