import { useSyncExternalStore } from 'react';
import type { Language } from '#kernel/language.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** What a person chose on this device. Before sign-in it is all there is; after, the account's language wins. */
export interface Preferences {
  readonly language: Language;
  readonly theme: Theme;
  /** Shortcuts of one letter; WCAG 2.1.4 asks that they can be switched off. */
  readonly singleKeys: boolean;
}

const PREFIX = 'passerelle.';

function read(name: string): string | undefined {
  try {
    return localStorage.getItem(PREFIX + name) ?? undefined;
  } catch {
    return undefined; // storage refused (private window): the defaults hold for this visit
  }
}

function write(name: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // The choice then lasts until the page is closed.
  }
}

function stored(): Preferences {
  const theme = THEMES.find((one) => one === read('theme')) ?? 'system';
  const asked = read('language') ?? document.documentElement.lang;
  return { language: asked === 'en' ? 'en' : 'fr', theme, singleKeys: read('singleKeys') !== 'off' };
}

let current: Preferences | undefined;
const readers = new Set<() => void>();

/** The preferences now, outside React. */
export function preferences(): Preferences {
  current ??= stored();
  return current;
}

/** Changes some preferences, keeps them on this device and shows them at once. */
export function setPreferences(change: Partial<Preferences>): void {
  current = { ...preferences(), ...change };
  write('language', current.language);
  write('theme', current.theme);
  write('singleKeys', current.singleKeys ? 'on' : 'off');
  apply(current);
  for (const reader of readers) reader();
}

/** Puts language and theme on `<html>`, where the style sheet and the readers of screens look for them. */
function apply({ language, theme }: Preferences): void {
  const root = document.documentElement;
  root.lang = language;
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
}

function subscribe(reader: () => void): () => void {
  readers.add(reader);
  return () => readers.delete(reader);
}

/** The preferences, renewed when they change. */
export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, preferences);
}
