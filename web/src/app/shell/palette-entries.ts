import { startTransition, use } from 'react';
import { loadLanguage, textOf, useLanguage, useWords } from '#web/i18n/index.ts';
import type { WordKey } from '#web/i18n/index.ts';
import { ranked } from '../match.ts';
import type { PageEntry } from '../pages.ts';
import { setPreferences } from '../preferences.ts';

interface Line {
  readonly id: string;
  readonly group: string;
  readonly label: string;
  readonly detail?: string;
  readonly keys?: string;
}

/** A line of the palette: it leads somewhere or does something. */
export type Entry = Line & ({ readonly path: string } | { readonly run: () => void });

const ACTIONS = [
  { word: 'shell.action.light', run: () => setPreferences({ theme: 'light' }) },
  { word: 'shell.action.dark', run: () => setPreferences({ theme: 'dark' }) },
  { word: 'shell.action.system', run: () => setPreferences({ theme: 'system' }) },
  { word: 'shell.action.french', run: () => startTransition(() => setPreferences({ language: 'fr' })) },
  { word: 'shell.action.english', run: () => startTransition(() => setPreferences({ language: 'en' })) },
  { word: 'shell.action.print', run: () => window.print() },
] as const satisfies readonly { readonly word: WordKey; readonly run: () => void }[];

/** Pages and actions that answer what is typed, in the words of either language. */
export function useOwnEntries(pages: readonly PageEntry[], typed: string): Entry[] {
  const t = useWords();
  const other = useLanguage() === 'fr' ? 'en' : 'fr';
  use(loadLanguage(other));
  const all = [
    ...pages.map((page) => ({ word: page.title, entry: pageEntry(page, t(page.title), t('shell.palette.pages')) })),
    ...ACTIONS.map(({ word, run }) => ({
      word,
      entry: { id: word, group: t('shell.palette.actions'), label: t(word), run } satisfies Entry,
    })),
  ];
  return ranked(typed, all, ({ word, entry }) => [entry.label, textOf(other, word) ?? '']).map(({ entry }) => entry);
}

function pageEntry(page: PageEntry, label: string, group: string): Entry {
  return { id: page.id, group, label, path: page.path, ...(page.goTo === undefined ? {} : { keys: `g ${page.goTo}` }) };
}
