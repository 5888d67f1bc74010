import type { Corpus } from './corpus.ts';
import type { TextHead, Unit, UnitTexts } from './model.ts';
import { giveTurn } from './turns.ts';

/** Words that may take part; beyond, they are too rare to be a topic of so many texts. */
const MOST_WORDS = 4000;
/** A pair stands together this many times more often than by chance, and in this share of its rarer word's uses. */
const LIFT = 8;
const SHARE = 0.2;
/** What fewer people say is theirs and not the community's. */
const FEWEST_AUTHORS = 5;

/** In how many texts of so many a unit must be said. */
function fewest(texts: number): number {
  return Math.max(5, Math.round(texts / 2500));
}

/** Whether enough different people use a unit, in enough texts. */
export function isShared({ texts, authors }: Unit, all: number): boolean {
  return texts >= fewest(all) && authors >= FEWEST_AUTHORS;
}

/** Frequent words and fixed pairs of a corpus; a word inside a pair is not counted by itself there. */
export async function unitsOf(corpus: Corpus): Promise<UnitTexts> {
  const vocabulary = await frequentStems(corpus);
  const units: Unit[] = [];
  const add = (stems: readonly number[]): number => {
    const key = stems.map((stem) => corpus.stems[stem] ?? '').join(' ');
    return units.push({ key, stems, times: 0, thing: 0, texts: 0, talks: 0, authors: 0 }) - 1;
  };
  const ofWord = new Map([...vocabulary.keys()].map((stem) => [stem, add([stem])]));
  const ofPair = new Map((await fixedPairs(corpus, vocabulary)).map(({ code, stems }) => [code, add(stems)]));
  const unitAt = (at: number, end: number): Found => {
    const pair = at + 2 < end ? ofPair.get(pairCode(corpus, vocabulary, at + 2)) : undefined;
    return pair === undefined
      ? { unit: ofWord.get(corpus.formAt(at)?.stem ?? -1), length: 2 }
      : { unit: pair, length: 4 };
  };
  const told = { units, ...(await unitsInTexts(corpus, units, unitAt)) };
  await countUses(corpus.texts, told);
  for (const unit of units) unit.thing = Math.min(1, unit.thing / Math.max(1, unit.times));
  return told;
}

interface Found {
  readonly unit: number | undefined;
  /** Numbers of the run it takes. */
  readonly length: number;
}

/** Goes through the texts unit by unit, and adds up how often each is named as a thing. */
async function unitsInTexts(corpus: Corpus, units: readonly Unit[], unitAt: (at: number, end: number) => Found) {
  const of: number[] = [];
  const starts = new Int32Array(corpus.texts.length + 1);
  for (const [n, { start, end, language }] of corpus.texts.entries()) {
    await giveTurn(n);
    starts[n] = of.length;
    for (let at = start; at < end;) {
      const { unit, length } = unitAt(at, end);
      const found = unit === undefined ? undefined : units[unit];
      if (found !== undefined && unit !== undefined) of.push(unit);
      if (found !== undefined && corpus.isNamedAt(at)) found.thing += weightOf(language);
      at += length;
    }
  }
  starts[corpus.texts.length] = of.length;
  return { of: Int32Array.from(of), starts };
}

/** Things stand after a determiner in most of their uses in French, in a part of them in English. */
const USUAL = { fr: 0.6, en: 0.25 };

function weightOf(language: string): number {
  return 1 / (language === 'fr' ? USUAL.fr : USUAL.en);
}

/** Stems said in enough texts, each with its rank. */
async function frequentStems(corpus: Corpus): Promise<ReadonlyMap<number, number>> {
  const texts = new Int32Array(corpus.stems.length);
  const last = new Int32Array(corpus.stems.length).fill(-1);
  for (const [n, { start, end }] of corpus.texts.entries()) {
    await giveTurn(n);
    for (let at = start; at < end; at += 2) {
      const stem = corpus.formAt(at)?.stem ?? 0;
      if (last[stem] !== n) texts[stem] = (texts[stem] ?? 0) + 1;
      last[stem] = n;
    }
  }
  const least = fewest(corpus.texts.length);
  const frequent = [...texts.keys()].filter((stem) => (texts[stem] ?? 0) >= least);
  frequent.sort((a, b) => (texts[b] ?? 0) - (texts[a] ?? 0) || byText(corpus.stems[a], corpus.stems[b]));
  return new Map(frequent.slice(0, MOST_WORDS).map((stem, rank) => [stem, rank]));
}

/** A number for the pair of frequent words that ends here, where they are tied; -1 for none. */
function pairCode(corpus: Corpus, vocabulary: ReadonlyMap<number, number>, at: number): number {
  if (corpus.linkAt(at) === 0) return -1;
  const [before, here] = [corpus.formAt(at - 2)?.stem ?? -1, corpus.formAt(at)?.stem ?? -1];
  const [first, second] = [vocabulary.get(before), vocabulary.get(here)];
  if (first === undefined || second === undefined || first === second) return -1;
  return first * MOST_WORDS + second;
}

interface Pair {
  readonly code: number;
  readonly stems: readonly [number, number];
  times: number;
  texts: number;
  last: number;
}

/** Pairs of words that stand together far more often than chance would have it. */
async function fixedPairs(corpus: Corpus, vocabulary: ReadonlyMap<number, number>): Promise<readonly Pair[]> {
  const times = new Int32Array(corpus.stems.length);
  for (const form of corpus.forms) times[form.stem] = (times[form.stem] ?? 0) + form.count;
  const all = times.reduce((sum, each) => sum + each, 0);
  const least = fewest(corpus.texts.length);
  return [...(await countPairs(corpus, vocabulary)).values()].filter((pair) => {
    const [a, b] = [times[pair.stems[0]] ?? 1, times[pair.stems[1]] ?? 1];
    return pair.texts >= least && pair.times > (LIFT * a * b) / all && pair.times >= SHARE * Math.min(a, b);
  });
}

async function countPairs(corpus: Corpus, vocabulary: ReadonlyMap<number, number>): Promise<ReadonlyMap<number, Pair>> {
  const pairs = new Map<number, Pair>();
  for (const [n, { start, end }] of corpus.texts.entries()) {
    await giveTurn(n);
    for (let at = start + 2; at < end; at += 2) {
      const code = pairCode(corpus, vocabulary, at);
      if (code === -1) continue;
      const stems = [corpus.formAt(at - 2)?.stem ?? 0, corpus.formAt(at)?.stem ?? 0] as const;
      const pair = pairs.get(code) ?? { code, stems, times: 0, texts: 0, last: -1 };
      pair.times += 1;
      if (pair.last !== n) pair.texts += 1;
      pair.last = n;
      pairs.set(code, pair);
    }
  }
  return pairs;
}

/** Counts texts, talks and authors of each unit, without a set for each: texts are gone through by what is counted. */
async function countUses(texts: readonly TextHead[], { units, of, starts }: UnitTexts): Promise<void> {
  for (const number of of) {
    const unit = units[number];
    if (unit !== undefined) unit.times += 1;
  }
  const countBy = async (what: 'texts' | 'talks' | 'authors', groups: readonly number[]): Promise<void> => {
    const last = new Int32Array(units.length).fill(-1);
    const order = [...texts.keys()].sort((a, b) => (groups[a] ?? 0) - (groups[b] ?? 0));
    for (const [n, text] of order.entries()) {
      await giveTurn(n);
      for (let at = starts[text] ?? 0; at < (starts[text + 1] ?? 0); at += 1) {
        const number = of[at] ?? 0;
        const unit = units[number];
        if (unit !== undefined && last[number] !== groups[text]) unit[what] += 1;
        last[number] = groups[text] ?? 0;
      }
    }
  };
  await countBy('texts', [...texts.keys()]);
  await countBy(
    'talks',
    texts.map(({ talk }) => talk),
  );
  await countBy(
    'authors',
    texts.map(({ author }) => author),
  );
}

/** By characters, the same on every machine. */
export function byText(a = '', b = ''): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
