import type { Slice as KeyResultSlice } from '#cockpit/course/key-results/wire.ts';
import type { Slice } from '#cockpit/proof/wire.ts';

/** One value of each, as the fields of a form hold them. */
export function singles({ place, channel, segment, theme, language, kind }: Slice): KeyResultSlice {
  return {
    ...first('place', place),
    ...first('channel', channel),
    ...first('theme', theme),
    ...first('language', language),
    ...(segment === undefined ? {} : { segment }),
    ...(kind === undefined ? {} : { kind }),
  };
}

function first<Name extends string>(name: Name, list: readonly string[] | undefined): Partial<Record<Name, string>> {
  const [value] = list ?? [];
  return value === undefined ? {} : ({ [name]: value } as Partial<Record<Name, string>>);
}

/** The same as a proof keeps it. */
export function listed({ place, channel, segment, theme, language, kind }: KeyResultSlice): Slice {
  return {
    ...(place === undefined ? {} : { place: [place] }),
    ...(channel === undefined ? {} : { channel: [channel] }),
    ...(theme === undefined ? {} : { theme: [theme] }),
    ...(language === undefined ? {} : { language: [language] }),
    ...(segment === undefined ? {} : { segment }),
    ...(kind === undefined ? {} : { kind }),
  };
}
