import { useEffect, useState } from 'react';
import type { Language } from '#kernel/language.ts';
import { isLoaded, loadLanguage, textOf, useLanguage, useWords } from '#web/i18n/index.ts';
import type { Translate, WordKey } from '#web/i18n/index.ts';
import { begin, creationsOf } from '../creations.ts';
import { ranked } from '../match.ts';
import type { PageEntry } from '../pages.ts';
import { choose } from '../choose.ts';
import type { Preferences } from '../preferences.ts';
import type { SessionSpace } from '../session.ts';

interface Line {
  readonly id: string;
  readonly group: string;
  readonly label: string;
  readonly detail?: string;
  readonly keys?: string;
}

/** A line of the palette: it leads somewhere or does something. */
export type Entry = Line & ({ readonly path: string } | { readonly run: () => void });

const CHOICES = [
  { word: 'shell.action.light', choice: { theme: 'light' } },
  { word: 'shell.action.dark', choice: { theme: 'dark' } },
  { word: 'shell.action.system', choice: { theme: 'system' } },
  { word: 'shell.action.french', choice: { language: 'fr' } },
  { word: 'shell.action.english', choice: { language: 'en' } },
] as const satisfies readonly { readonly word: WordKey; readonly choice: Partial<Preferences> }[];

interface Action {
  readonly word: WordKey;
  readonly run: () => void;
  readonly keys?: string;
}

function actions(can: SessionSpace['can'], t: Translate): readonly Action[] {
  return [
    ...creationsOf(can).map(({ id, keys }) => ({
      word: `shell.create.${id}.do` as const,
      keys,
      run: () => begin(id),
    })),
    ...CHOICES.map(({ word, choice }) => ({ word, run: () => choose(choice, t) })),
    { word: 'shell.action.print', run: () => window.print() },
  ];
}

interface Known {
  readonly pages: readonly PageEntry[];
  readonly can: SessionSpace['can'];
}

/** Pages and actions that answer what is typed, in the words of either language. */
export function useOwnEntries({ pages, can }: Known, typed: string): Entry[] {
  const t = useWords();
  const other = useLanguage() === 'fr' ? 'en' : 'fr';
  const otherWords = useOtherWords(other);
  const all = [
    ...pages.map((page) => ({
      word: page.title,
      also: page.also,
      entry: pageEntry(page, t(page.title), t('shell.palette.pages')),
    })),
    ...actions(can, t).map(({ word, ...act }) => ({
      word,
      also: undefined,
      entry: { id: word, group: t('shell.palette.actions'), label: t(word), ...act } satisfies Entry,
    })),
  ];
  const wordsOf = (also: WordKey | undefined): readonly string[] =>
    also === undefined ? [] : `${t(also)}, ${otherWords(also)}`.split(', ');
  return ranked(typed, all, ({ word, also, entry }) => [entry.label, otherWords(word), ...wordsOf(also)]).map(
    ({ entry }) => entry,
  );
}

/** The words of the other language, which the reader may type as well; nothing until they are here. */
function useOtherWords(other: Language): (key: WordKey) => string {
  const [, setHere] = useState(isLoaded(other));
  useEffect(() => {
    // Without them the palette still finds by the reader's own words.
    loadLanguage(other).then(
      () => setHere(true),
      () => setHere(false),
    );
  }, [other]);
  return (key) => textOf(other, key) ?? '';
}

function pageEntry(page: PageEntry, label: string, group: string): Entry {
  return { id: page.id, group, label, path: page.path, ...(page.goTo === undefined ? {} : { keys: `g ${page.goTo}` }) };
}
