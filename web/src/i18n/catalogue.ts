import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '#kernel/language.ts';

/** What may fill the holes of a message. */
export type Values = Readonly<Record<string, string | number | boolean | Date | undefined>>;

type Table = Readonly<Record<string, string>>;

const files = { fr: () => import('./fr.ts'), en: () => import('./en.ts') } as const satisfies Readonly<
  Record<Language, unknown>
>;

const tables = new Map<Language, ReadonlyMap<string, Table>>();
const underWay = new Map<Language, Promise<void>>();
const compiled = new Map<string, IntlMessageFormat>();

/** Loads the words of a language, once; only the languages that somebody reads. */
export function loadLanguage(language: Language): Promise<void> {
  const running = underWay.get(language);
  if (running !== undefined) return running;
  const loading = files[language]().then(
    (module) => void tables.set(language, byArea(module.tables)),
    (reason: unknown) => {
      // A failed fetch must be tried again at the next wish, not remembered.
      underWay.delete(language);
      throw reason;
    },
  );
  underWay.set(language, loading);
  return loading;
}

/** Whether the words of a language are here. */
export function isLoaded(language: Language): boolean {
  return tables.has(language);
}

/** `./fr/members.json` → `members`. */
function byArea(found: Readonly<Record<string, Table>>): ReadonlyMap<string, Table> {
  return new Map(
    Object.entries(found).map(([path, table]) => [path.slice(path.lastIndexOf('/') + 1, -'.json'.length), table]),
  );
}

/** The areas of a language that is loaded. */
export function areasOf(language: Language): string[] {
  return [...(tables.get(language)?.keys() ?? [])].toSorted();
}

/** The table of one area of a language that is loaded. */
export function tableOf(language: Language, area: string): Table | undefined {
  return tables.get(language)?.get(area);
}

/** The text of `area.key` as it is written in the file, or `undefined`. */
export function textOf(language: Language, key: string): string | undefined {
  const cut = key.indexOf('.');
  return tableOf(language, key.slice(0, cut))?.[key.slice(cut + 1)];
}

/**
 * One message filled in. Throws when the key or a value is missing: tests and developers see it at once, and the
 * error page says it rather than showing a hole.
 */
export function message(language: Language, key: string, values: Values = {}): string {
  const text = textOf(language, key);
  if (text === undefined) throw new Error(`missing word ${language} ${key}`);
  if (!text.includes('{')) return text;
  const name = `${language} ${key}`;
  let ready = compiled.get(name);
  if (ready === undefined) {
    ready = new IntlMessageFormat(text, language, undefined, { ignoreTag: true });
    compiled.set(name, ready);
  }
  return String(ready.format(values));
}
