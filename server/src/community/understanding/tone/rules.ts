import { foldAccents, wordsIn } from '#platform/text/index.ts';
import {
  ENGLISH_TONE,
  FRENCH_TONE,
  NEGATING,
  POLITE,
  SIGNS,
  STRENGTHENING,
  TURNING,
  WEAKENING,
  type Tone,
  type ToneLanguage,
} from './model.ts';

/** What an entry weighs when it is met, by its words: whole, or by its beginning. */
interface Entries {
  readonly whole: ReadonlyMap<string, number>;
  readonly beginnings: ReadonlyMap<string, number>;
  readonly shortest: number;
  /** First words of expressions. */
  readonly openings: ReadonlySet<string>;
  /** Words met, with what they weigh: texts repeat them. */
  readonly met: Map<string, number>;
}

const MOST_MET = 50_000;

const LEXICONS: Readonly<Record<ToneLanguage, Entries>> = {
  fr: entriesOf(`${FRENCH_TONE}\n0: ${POLITE}`),
  en: entriesOf(`${ENGLISH_TONE}\n0: ${POLITE}`),
};
const NEGATION = new Set(NEGATING.split(/\s+/));
const FACTORS = new Map([
  ...STRENGTHENING.split(/\s+/).map((word) => [word, 1.4] as const),
  ...WEAKENING.split(/\s+/).map((word) => [word, 0.7] as const),
]);
const TURNS = new Set(TURNING.split(/\s+/));
const SIGN_WEIGHTS = new Map(
  SIGNS.flatMap(([weight, signs]) => signs.split(' ').map((sign) => [sign, weight] as const)),
);
const SIGN = new RegExp(
  [...SIGN_WEIGHTS.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map((sign) => sign.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`))
    .join('|'),
  'g',
);

/** From here on a text has a tone; on the labelled sample of development (not the one errors are measured on) the best. */
const ENOUGH = 0.8;
/** How far a negation or a strengthening word reaches. */
const REACH = 3;
const NEGATED = -0.75;
const LONGEST_EXPRESSION = 5;
/** So many words are read for their tone; a text of this length has shown it. */
const MOST_WORDS = 250;
/** What a word of faults weighs, however many there are: to report one is no tone yet. */
const REPORT = -0.5;

/** Tone of a text of one author, in a language whose words we know; undefined for any other. */
export function toneOf(text: string, language: string): Tone | undefined {
  if (language !== 'fr' && language !== 'en') return undefined;
  const score = scoreOf(text, LEXICONS[language]);
  return score >= ENOUGH ? 1 : score <= -ENOUGH ? -1 : 0;
}

function scoreOf(text: string, lexicon: Entries): number {
  const words = wordsIn(text).slice(0, MOST_WORDS);
  const folded = words.map((word) => word.folded);
  let score = 0;
  let reported = 0;
  let turned = 0;
  for (let at = 0; at < folded.length;) {
    const word = folded[at] ?? '';
    if (TURNS.has(word)) turned = score;
    const { weight, length } = entryAt(lexicon, folded, at);
    if (weight === REPORT) reported = REPORT;
    else if (weight !== 0) score += weight * around(text, words, at);
    at += length;
  }
  // What comes before a "but" is granted, what comes after is meant.
  score -= turned / 2;
  score += reported + signScore(text);
  return score / Math.max(1, Math.sqrt(folded.length / 20));
}

/** The longest expression that begins here, or the word itself. */
function entryAt(lexicon: Entries, folded: readonly string[], at: number): { weight: number; length: number } {
  let phrase = folded[at] ?? '';
  let found = { weight: weightOf(lexicon, phrase), length: 1 };
  if (!lexicon.openings.has(phrase)) return found;
  for (let length = 2; length <= LONGEST_EXPRESSION && at + length <= folded.length; length += 1) {
    phrase = `${phrase} ${folded[at + length - 1] ?? ''}`;
    const weight = lexicon.whole.get(phrase);
    if (weight !== undefined) found = { weight, length };
  }
  return found;
}

function weightOf(lexicon: Entries, word: string): number {
  const { met } = lexicon;
  let weight = met.get(word);
  if (weight === undefined) {
    if (met.size >= MOST_MET) met.clear();
    weight = lookUp(lexicon, word);
    met.set(word, weight);
  }
  return weight;
}

function lookUp({ whole, beginnings, shortest }: Entries, word: string): number {
  const known = whole.get(word);
  if (known !== undefined) return known;
  for (let length = word.length; length >= shortest; length -= 1) {
    const weight = beginnings.get(word.slice(0, length));
    if (weight !== undefined) return weight;
  }
  return 0;
}

/** What the words just before make of a weight, as far as no sign of punctuation parts them. */
function around(text: string, words: ReturnType<typeof wordsIn>, at: number): number {
  let factor = 1;
  let isNegated = false;
  for (let before = at - 1; before >= 0 && before >= at - REACH; before -= 1) {
    const [word, next] = [words[before], words[before + 1]];
    if (word === undefined || next === undefined || /[.!?;:,\n(]/.test(text.slice(word.end, next.start))) break;
    factor *= FACTORS.get(word.folded) ?? 1;
    if (NEGATION.has(word.folded) || word.folded.endsWith("n't")) isNegated = true;
  }
  return isNegated ? factor * NEGATED : factor;
}

function signScore(text: string): number {
  let score = 0;
  for (const [sign] of text.matchAll(SIGN)) score += SIGN_WEIGHTS.get(sign) ?? 0;
  return Math.max(-3, Math.min(3, score));
}

function entriesOf(lexicon: string): Entries {
  const whole = new Map<string, number>();
  const beginnings = new Map<string, number>();
  for (const [, weight = '0', entries = ''] of lexicon.matchAll(/^(-?[\d.]+):((?:.|\n(?!-?[\d.]+:))*)/gm)) {
    for (const entry of entries.split(',')) {
      const words = asRead(entry);
      if (words.endsWith('*')) beginnings.set(words.slice(0, -1), Number(weight));
      else if (words !== '') whole.set(words, Number(weight));
    }
  }
  const shortest = Math.min(...[...beginnings.keys()].map((word) => word.length));
  const openings = new Set(
    [...whole.keys()].filter((entry) => entry.includes(' ')).map((entry) => entry.split(' ')[0] ?? ''),
  );
  return { whole, beginnings, shortest, openings, met: new Map() };
}

/** An expression as the words of a text come: folded, elided articles apart. */
function asRead(entry: string): string {
  const star = entry.trim().endsWith('*') ? '*' : '';
  return `${wordsIn(foldAccents(entry))
    .map((word) => word.folded)
    .join(' ')}${star}`;
}
