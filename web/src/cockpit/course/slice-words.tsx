import type { ReactNode } from 'react';
import type { Slice as KeyResultSlice } from '#cockpit/course/key-results/wire.ts';
import { useChoices } from '#web/cockpit/health/filters/choices.ts';
import type { Slice } from '#web/cockpit/health/figures-query.ts';
import { NARROWING } from '#web/cockpit/health/view.ts';
import { useFormat, useWords } from '#web/i18n/index.ts';

/** The same slice in the words of the health pages. */
export function healthSlice({ place, channel, segment, theme, language, kind }: KeyResultSlice): Slice {
  const only = (value: string | undefined) => (value === undefined ? undefined : [value]);
  return { place, channel, segment, theme: only(theme), language: only(language), kind };
}

interface SliceWordsProps {
  readonly ws: string;
  readonly slice: KeyResultSlice;
}

/** What a key result is measured on: its place, channel, segment … by name; nothing for the whole community. */
export function SliceWords({ ws, slice }: SliceWordsProps): ReactNode {
  return Object.keys(slice).length === 0 ? undefined : <Named ws={ws} slice={slice} />;
}

function Named({ ws, slice }: SliceWordsProps): ReactNode {
  const t = useWords();
  const format = useFormat();
  const choices = useChoices(ws, { slice: healthSlice(slice) });
  const names = NARROWING.flatMap((id) => {
    const value = slice[id];
    if (value === undefined) return [];
    const choice = choices.find((one) => one.id === id);
    // Until the choices are there nobody knows the name; afterwards, what is not among them is gone.
    return [choice?.options.find((one) => one.value === value)?.label ?? (choice ? t('health.filters.unknown') : '…')];
  });
  return <span>{format.list(names)}</span>;
}
