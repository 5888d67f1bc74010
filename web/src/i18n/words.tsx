import { createContext, use, useCallback, useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Language } from '#kernel/language.ts';
import type { WordKey } from './areas.ts';
import { message } from './catalogue.ts';
import type { Values } from './catalogue.ts';
import { formatter } from './format.ts';
import type { Formatter } from './format.ts';

/** `t('members.title', { n: 3 })`: the words of this person's language. */
export type Translate = (key: WordKey, values?: Values) => string;

interface Speech {
  readonly language: Language;
  /** IANA zone of the workspace; instants are shown in it. */
  readonly zone: string;
}

const SpeechContext = createContext<Speech>({ language: 'fr', zone: 'Europe/Paris' });

/** Gives a language, whose words are loaded (`loadLanguage`), and a time zone to what stands below. */
export function WordsProvider({ language, zone, children }: Speech & { readonly children: ReactNode }): ReactNode {
  const speech = useMemo(() => ({ language, zone }), [language, zone]);
  return <SpeechContext value={speech}>{children}</SpeechContext>;
}

/** The language below the nearest provider. */
export function useLanguage(): Language {
  return use(SpeechContext).language;
}

/** The words; the returned function may be called anywhere, handlers included. */
export function useWords(): Translate {
  const { language } = use(SpeechContext);
  return useCallback((key, values) => message(language, key, values), [language]);
}

/** Numbers, days, instants and durations in this person's language and this workspace's zone. */
export function useFormat(): Formatter {
  const { language, zone } = use(SpeechContext);
  return useMemo(() => formatter(language, zone), [language, zone]);
}
