import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '#kernel/language.ts';

/** What may fill the holes of a message. */
export type Values = Readonly<Record<string, string | number | boolean | Date | undefined>>;

type Table = Readonly<Record<string, string>>;

const files = import.meta.glob<Table>('./{fr,en}/*.json', { import: 'default' });
const tables = new Map<string, Table>();
const underWay = new Map<string, Promise<void>>();
const compiled = new Map<string, IntlMessageFormat>();

/** Loads one area in one language, once. Rejects when the file does not exist or cannot be fetched. */
export function loadArea(language: Language, area: string): Promise<void> {
  const name = `${language}/${area}`;
  const running = underWay.get(name);
  if (running !== undefined) return running;
  const load = files[`./${name}.json`];
  if (load === undefined) return Promise.reject(new Error(`no words for ${name}`));
  const loading = load().then(
    (table) => void tables.set(name, table),
    (reason: unknown) => {
      // A failed fetch must be tried again at the next wish, not remembered.
      underWay.delete(name);
      throw reason;
    },
  );
  underWay.set(name, loading);
  return loading;
}

/** The table of an area, or `undefined` while it is not loaded. */
export function tableOf(language: Language, area: string): Table | undefined {
  return tables.get(`${language}/${area}`);
}

/** Names of all areas that have a file in this language. */
export function areasOf(language: Language): string[] {
  const start = `./${language}/`;
  return Object.keys(files)
    .filter((path) => path.startsWith(start))
    .map((path) => path.slice(start.length, -'.json'.length));
}

/**
 * One message filled in. Throws when the key or a value is missing: tests and developers see it at once, and the
 * error boundary of the page says it rather than showing a hole.
 */
export function message(language: Language, area: string, key: string, values: Values = {}): string {
  const text = tableOf(language, area)?.[key];
  if (text === undefined) throw new Error(`missing word ${language} ${area}.${key}`);
  if (!/[{']/u.test(text)) return text;
  const name = `${language}/${area}.${key}`;
  let ready = compiled.get(name);
  if (ready === undefined) {
    ready = new IntlMessageFormat(text, language, undefined, { ignoreTag: true });
    compiled.set(name, ready);
  }
  return String(ready.format(values));
}
