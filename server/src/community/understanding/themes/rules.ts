import { isTelling, ownWords, stemOf, wordsIn } from '#platform/text/index.ts';
import type { TextFormat } from '#platform/html/index.ts';
import type { Topic } from '#platform/topics/index.ts';
import { MOST_THEMES, type Reconciled, type StoredTheme, type ThemeBody } from './model.ts';
import type { Segment, ThemeView } from './wire.ts';

/** Looked for in texts: neither retired nor merged into another. */
export function isLive(theme: StoredTheme): boolean {
  return !theme.isRetired && theme.mergedInto === null;
}

/** Terms that belong to what a person shaped, retired or merged: no theme is found with them again. */
export function takenTerms(stored: readonly StoredTheme[]): ReadonlySet<string> {
  return new Set(stored.filter((theme) => theme.held || !isLive(theme)).flatMap(({ terms }) => terms));
}

/**
 * Sets what was found in the texts against what is stored. What a person shaped stays as it is. A theme found keeps the
 * identity of the one whose terms it shares most of, half at least, or whose leading term it has; one that is not found
 * again stays with the terms nobody else took, as long as its leading one is among them.
 */
export function reconcile(stored: readonly StoredTheme[], found: readonly Topic[]): Reconciled {
  const taken = takenTerms(stored);
  const free = stored.filter((theme) => !theme.held && isLive(theme));
  const bodies = found.flatMap((topic) => bodyOf(topic, taken));
  const room = Math.max(0, MOST_THEMES - stored.filter((theme) => theme.held && isLive(theme)).length);
  const kept = bodies.slice(0, room);
  const heirs = inherit(free, kept);
  const claimed = new Set(kept.flatMap(({ terms }) => terms));
  const lost = free.filter(({ id }) => !heirs.has(id));
  const staying = lost.flatMap((theme) => without(theme, claimed) ?? []).slice(0, room - kept.length);
  const stayingIds = new Set(staying.map(({ id }) => id));
  const inherited = new Set(heirs.values());
  return {
    added: kept.filter((body) => !inherited.has(body)),
    changed: [...[...heirs].map(([id, body]) => ({ id, ...body })), ...staying],
    removed: lost.filter(({ id }) => !stayingIds.has(id)).map(({ id }) => id),
  };
}

/** Which stored theme goes on as which one found, the closest first. */
function inherit(stored: readonly StoredTheme[], found: readonly ThemeBody[]): ReadonlyMap<string, ThemeBody> {
  const pairs = stored.flatMap((theme) =>
    found.map((body, rank) => ({ theme, body, rank, closeness: closenessOf(theme.terms, body.terms) })),
  );
  pairs.sort((a, b) => b.closeness - a.closeness || a.rank - b.rank || (a.theme.id < b.theme.id ? -1 : 1));
  const heirs = new Map<string, ThemeBody>();
  const used = new Set<ThemeBody>();
  for (const { theme, body, closeness } of pairs) {
    if (closeness < 0.5 || heirs.has(theme.id) || used.has(body)) continue;
    heirs.set(theme.id, body);
    used.add(body);
  }
  return heirs;
}

/** Share of the shorter list found in the other; the same leading term counts as half. */
function closenessOf(a: readonly string[], b: readonly string[]): number {
  const shared = a.filter((term) => b.includes(term)).length / Math.max(1, Math.min(a.length, b.length));
  return Math.max(shared, a[0] === b[0] ? 0.5 : 0);
}

function without(theme: StoredTheme, claimed: ReadonlySet<string>): (ThemeBody & { readonly id: string }) | undefined {
  const [leader] = theme.terms;
  if (leader === undefined || claimed.has(leader)) return undefined;
  const places = [...theme.terms.keys()].filter((place) => !claimed.has(theme.terms[place] ?? ''));
  const { id, nameFr, nameEn } = theme;
  return { id, nameFr, nameEn, ...pickTerms(theme, places) };
}

/** Some of the terms of a theme, by their places. */
export function pickTerms(theme: ThemeBody, places: readonly number[]): Pick<ThemeBody, 'terms' | 'written'> {
  return {
    terms: places.map((place) => theme.terms[place] ?? ''),
    written: places.map((place) => theme.written[place] ?? theme.terms[place] ?? ''),
  };
}

/** A term stands in the name when it is said at least this often beside the leading one. */
const NAMES_IT = 0.25;

/** Nothing where the leading term is taken: what is left would go by another name. */
function bodyOf({ terms }: Topic, taken: ReadonlySet<string>): readonly ThemeBody[] {
  const own = terms.filter(({ key }) => !taken.has(key));
  const [leader] = own;
  if (leader === undefined || leader !== terms[0]) return [];
  const naming = own.filter(({ texts }) => texts >= NAMES_IT * leader.texts);
  return [
    {
      nameFr: nameFrom(naming.map(({ written }) => written.fr ?? written.any)),
      nameEn: nameFrom(naming.map(({ written }) => written.en ?? written.any)),
      terms: own.map(({ key }) => key),
      written: own.map(({ written }) => written.any),
    },
  ];
}

const NAMED_BY = 3;

/** A name made of the first terms, words that stand in an earlier one left out. */
export function nameFrom(written: readonly string[]): string {
  const chosen: string[] = [];
  for (const term of written) {
    if (chosen.length === NAMED_BY) break;
    if (!chosen.some((other) => overlaps(other, term))) chosen.push(term);
  }
  const name = chosen.join(', ').slice(0, 120);
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
}

function overlaps(one: string, other: string): boolean {
  const words = new Set(one.split(' '));
  return other.split(' ').some((word) => word.length > 3 && words.has(word));
}

export function toView(theme: StoredTheme, counts: { readonly threads: number; readonly mentions: number }): ThemeView {
  return {
    id: theme.id,
    name: { fr: theme.nameFr, en: theme.nameEn },
    namedBy: theme.namedBy,
    terms: theme.terms.map((key, place) => ({ key, written: theme.written[place] ?? key })),
    held: theme.held,
    retired: theme.isRetired,
    mergedInto: theme.mergedInto,
    splitFrom: theme.splitFrom,
    threads: counts.threads,
    mentions: counts.mentions,
    version: theme.version,
  };
}

const AROUND = 130;

export interface Said {
  readonly title: string | null;
  readonly text: string;
  readonly format: TextFormat;
  readonly language: string;
}

/** What a message says of a theme, its words marked: plain text around the first of them, from the author himself. */
export function quoteOf(said: Said, terms: readonly string[]): Segment[] {
  const { title, text, format, language } = said;
  const own = ownWords(text, format);
  const words = (title === null ? own : `${title} — ${own}`).replaceAll(/\s+/g, ' ').trim();
  const hits = hitsIn(words, language, terms);
  const from = wordBefore(words, (hits[0]?.start ?? 0) - AROUND);
  const until = wordAfter(words, (hits[0]?.end ?? 0) + AROUND);
  const marked = markedBetween(words, hits, from, until);
  const before = from > 0 ? [{ text: '…', hit: false }] : [];
  const after = until < words.length ? [{ text: '…', hit: false }] : [];
  return [...before, ...marked, ...after];
}

function markedBetween(
  words: string,
  hits: readonly { readonly start: number; readonly end: number }[],
  from: number,
  until: number,
): readonly Segment[] {
  const segments: Segment[] = [];
  let at = from;
  for (const { start, end } of hits.filter((hit) => hit.end <= until)) {
    segments.push({ text: words.slice(at, start), hit: false }, { text: words.slice(start, end), hit: true });
    at = end;
  }
  segments.push({ text: words.slice(at, until), hit: false });
  return segments.filter((segment) => segment.text !== '');
}

/** Whole words are shown: a quotation is cut where one begins or ends. */
function wordBefore(words: string, at: number): number {
  return at <= 0 ? 0 : words.indexOf(' ', at - 1) + 1;
}

function wordAfter(words: string, at: number): number {
  return at >= words.length ? words.length : Math.max(words.lastIndexOf(' ', at), 0);
}

/** Where the terms stand; both words of a pair, only where they follow each other. */
function hitsIn(text: string, language: string, terms: readonly string[]) {
  const wanted = new Set(terms);
  const telling = wordsIn(text).filter(isTelling);
  const keys = telling.map(({ folded }) => stemOf(folded, language));
  const isPair = (at: number): boolean => wanted.has(`${keys[at] ?? ''} ${keys[at + 1] ?? ''}`);
  return telling.filter((_, at) => wanted.has(keys[at] ?? '') || isPair(at) || (at > 0 && isPair(at - 1)));
}
