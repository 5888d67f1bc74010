import type { Corpus } from './corpus.ts';
import { groupUnits } from './groups.ts';
import type { Topic } from './model.ts';
import { salientUnits } from './salience.ts';
import { termsOf } from './terms.ts';
import { unitsOf } from './units.ts';

export { Corpus } from './corpus.ts';
export { matcherOf } from './matching.ts';
export type { Matcher } from './matching.ts';
export type { Spoken, Term, Topic } from './model.ts';

/** Units looked at for groups; their ties fill a square of this side. */
const MOST_SALIENT = 600;
/** A topic whose leading term is said in fewer texts, or in a smaller part of them, is too small to be followed. */
const FEWEST_TEXTS = 8;
const ONE_IN = 1000;

export interface FindOptions {
  readonly most: number;
  /** Folded words that are names of people: no topics, unless they are also plain words of the place. */
  readonly names: ReadonlySet<string>;
  /** Terms that belong to topics already shaped by somebody. */
  readonly taken: ReadonlySet<string>;
}

/**
 * What the texts of a corpus are about: terms, grouped by being said together, in the order of their weight. Pure and
 * deterministic, and others have their turn meanwhile; 200,000 texts take some ten seconds.
 */
export async function findTopics(corpus: Corpus, { most, names, taken }: FindOptions): Promise<readonly Topic[]> {
  const texts = await unitsOf(corpus);
  const terms = await termsOf(corpus, texts.units);
  const salient = salientUnits(corpus.texts, texts, MOST_SALIENT).filter(({ unit }) => {
    const term = terms(unit);
    return !taken.has(term.key) && !term.isName(names);
  });
  const least = Math.max(FEWEST_TEXTS, corpus.texts.length / ONE_IN);
  const groups = await groupUnits(texts, salient);
  const topics = groups.map((group) => ({
    terms: group.map((place) => terms(salient[place]?.unit ?? 0).term),
  }));
  return topics.filter(({ terms: [leader] }) => (leader?.texts ?? 0) >= least).slice(0, most);
}
