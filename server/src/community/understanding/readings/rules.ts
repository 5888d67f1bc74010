import { ownWords } from '#platform/text/index.ts';
import type { Kind, Opening } from '#community/understanding/questions/index.ts';
import type { Changes, Mention, TextRow } from './model.ts';

/** How texts are understood: what the rules of the other features say, handed in. */
export interface Reader {
  readonly toneOf: (text: string, language: string) => -1 | 0 | 1 | undefined;
  readonly kindOf: (opening: Opening) => Kind;
  /** Ids of the themes a text mentions. */
  readonly themesIn: (text: string, language: string) => readonly string[];
  /** Themes people put a thread into, and took it out of. */
  readonly into: (threadId: string) => readonly string[];
  readonly outOf: (threadId: string) => readonly string[];
}

/** What an author says in a message; an opening says its title too. */
export function wordsOf({ opens, title, text, format }: Pick<TextRow, 'opens' | 'title' | 'text' | 'format'>): string {
  const own = ownWords(text, format);
  return opens && title !== null ? `${title}\n${own}` : own;
}

/** Reads texts again and says only what changes by it. What a person said is left alone. */
export function readAgain(rows: readonly TextRow[], reader: Reader): Changes {
  const changes: Changes = { tones: [], mute: [], kinds: [], mentions: [], gone: [] };
  for (const row of rows) {
    const words = wordsOf(row);
    readTone(row, words, reader, changes);
    readKind(row, reader, changes);
    readThemes(row, words, reader, changes);
  }
  return changes;
}

function readTone(row: TextRow, words: string, reader: Reader, changes: Changes): void {
  if (row.toneBy === 'person') return;
  const tone = reader.toneOf(words, row.language);
  if (tone === undefined && row.tone !== null) changes.mute.push(row.id);
  if (tone !== undefined && tone !== row.tone) changes.tones.push({ messageId: row.id, placeId: row.placeId, tone });
}

function readKind(row: TextRow, reader: Reader, changes: Changes): void {
  if (!row.opens || row.threadId === null || row.kindBy === 'person') return;
  const { title, labels, isSupport } = row;
  const text = ownWords(row.text, row.format);
  const { kind, by } = reader.kindOf({ title: title ?? '', text, labels, isSupport });
  if (kind === row.kind && by === row.kindBy) return;
  changes.kinds.push({ threadId: row.threadId, placeId: row.placeId, kind, by });
}

function readThemes(row: TextRow, words: string, reader: Reader, changes: Changes): void {
  const wanted = new Set(reader.themesIn(words, row.language));
  if (row.threadId !== null) {
    if (row.opens) for (const theme of reader.into(row.threadId)) wanted.add(theme);
    for (const theme of reader.outOf(row.threadId)) wanted.delete(theme);
  }
  const mention = (themeId: string): Mention => ({ messageId: row.id, placeId: row.placeId, themeId });
  for (const theme of wanted) if (!row.themes.includes(theme)) changes.mentions.push(mention(theme));
  for (const theme of row.themes) if (!wanted.has(theme)) changes.gone.push(mention(theme));
}
