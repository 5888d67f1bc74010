import { plainText } from '#platform/html/index.ts';
import type { TextFormat } from '#platform/html/index.ts';
import { foldAccents, isStopWord } from './stop-words.ts';

/** One word of a text, in its place. */
export interface Word {
  /** As it was written, elided article apart. */
  readonly written: string;
  /** Lower case, without accents. */
  readonly folded: string;
  /** Begins a sentence, or a line: a capital letter means nothing there. */
  readonly first: boolean;
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
}

/** Longer texts are read as far as this: what they are about has been said. */
const MOST_READ = 6000;

const QUOTED_HTML = /<(blockquote|cite|aside|pre|code|script|style)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi;
const ENDS_LINE = /<(?:br|\/p|\/li|\/h\d|\/div|\/tr)\b[^>]*>/gi;
const FENCE = /^(```|~~~)[^\n]*\n[\s\S]*?(?:^\1[^\n]*$|$(?![\s\S]))/gm;
const QUOTED_LINE = /^[ \t]{0,3}(?:>|\|)[^\n]*$/gm;
const QUOTED_BOARD = /\[(quote|code)\b[^\]]*\][\s\S]*?(?:\[\/\1\]|$)/gi;
const CODE = /`[^`\n]*`/g;
const RUN = /\S+/g;
const MENTION = /(^|[\s(])[@#][\p{L}\p{N}_.-]+/gu;
const NAMED_EMOJI = /:[a-z0-9_+-]{2,40}:/g;

/**
 * What its author says himself: quotes, code, addresses, mentions and marks of the format are taken out, lines stay
 * lines. Cut at 6,000 characters.
 */
export function ownWords(text: string, format: TextFormat): string {
  const head = text.length > MOST_READ ? text.slice(0, MOST_READ) : text;
  if (format === 'html') {
    const lines = head.includes('<') ? head.replaceAll(QUOTED_HTML, ' ').replaceAll(ENDS_LINE, '\n') : head;
    return bare(
      lines
        .split('\n')
        .map((line) => plainText(line, 'html'))
        .join('\n'),
    );
  }
  const plain = head.includes('```') || head.includes('~~~') ? head.replaceAll(FENCE, '\n') : head;
  return bare(plain.replaceAll(QUOTED_LINE, ''));
}

function bare(text: string): string {
  let words = text;
  if (words.includes('[')) words = words.replaceAll(QUOTED_BOARD, ' ').replaceAll(/\]\([^)\s]{0,2000}\)/g, '] ');
  if (words.includes('`')) words = words.replaceAll(CODE, ' ');
  if (words.includes('@') || words.includes('://') || words.includes('www.')) {
    words = words.replaceAll(RUN, (run) => (isAddress(run) ? ' ' : run));
  }
  return words.replaceAll(MENTION, '$1 ').replaceAll(NAMED_EMOJI, ' ');
}

/** Told by looking for its marks: an expression for addresses takes minutes on texts made for it. */
function isAddress(run: string): boolean {
  if (run.includes('://') || run.startsWith('www.')) return true;
  const at = run.indexOf('@');
  return at > 0 && run.indexOf('.', at) > at;
}

const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;
const ELIDED = /^(?:l|d|j|m|t|s|n|c|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=\p{L})/iu;
const INVERTED = /-(?:t-)?(?:je|tu|il|elle|on|nous|vous|ils|elles|ce|ci|là|la|le|les|moi|toi|lui|y|en)$/iu;
const POSSESSIVE = /['’]s$/i;

/** The words of a text in their order: elided articles and inverted pronouns part from them, in both languages. */
export function wordsIn(text: string): readonly Word[] {
  const words: Word[] = [];
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    const before = text.slice(end, match.index);
    const first = words.length === 0 || /[.!?\n:;…]/.test(before);
    end = match.index + match[0].length;
    let written = match[0];
    let start = match.index;
    if (written.includes("'") || written.includes('’')) {
      written = written.replace(ELIDED, '');
      start = end - written.length;
      written = written.replace(POSSESSIVE, '');
    }
    if (written.includes('-')) written = written.replace(INVERTED, '');
    words.push({ written, folded: foldAccents(written), first, start, end: start + written.length });
  }
  return words;
}

const DETERMINERS = new Set(
  `le la les un une des du au aux ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs quel quelle
  quels quelles chaque plusieurs quelques aucun aucune de the a an my your our their his her its this that these those some
  any no each every another which`.split(/\s+/),
);

/**
 * Whether a word stands where things are named: after a determiner, elided or not. A word that seldom does is a verb, an
 * adjective or somebody's name. `before`: the word before it in the text, if any.
 */
export function isNamed(text: string, before: Word | undefined, word: Word): boolean {
  if (/^[ld]['’]$/i.test(text.slice(Math.max(0, word.start - 2), word.start))) return true;
  if (before === undefined || !DETERMINERS.has(before.folded)) return false;
  return /^\s{1,2}$/.test(text.slice(before.end, word.start));
}

/** Whether a word may name a subject: no stop word, no number, no single letter. */
export function isTelling({ folded }: Word): boolean {
  return folded.length > 2 && folded.length < 40 && !isStopWord(folded) && !/^[\d'-]+$/.test(folded);
}
