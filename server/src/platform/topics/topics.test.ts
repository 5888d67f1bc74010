import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Corpus, findTopics, matcherOf } from './index.ts';

/** Speeches made up of a few subjects, each with its own words, over words of all subjects. */
const SUBJECTS = [
  ['le frein à disque', 'la plaquette', 'le liquide', 'la purge'],
  ['la batterie', 'le chargeur', 'une autonomie', 'la recharge'],
  ['the child seat', 'a harness', 'the buckle', 'a canopy'],
];
const AIR =
  `voisin jardin route maison travail ville magasin famille copain vacances courses musique cuisine pluie soleil
  voiture école journal film chanson café bureau fenêtre escalier`.split(/\s+/);
/** Spread as by chance, the same each time. */
const air = (n: number): string => AIR[((n * 2_654_435_761) >>> 8) % AIR.length] ?? '';

function speak(subject: number, n: number): string {
  const words = SUBJECTS[subject] ?? [];
  const picked = words.filter((_, at) => (n + at) % 3 !== 0);
  return `${air(3 * n)}. ${picked.join(', ')}. ${air(3 * n + 1)}, ${words[n % words.length] ?? ''}. ${air(3 * n + 2)}`;
}

function madeCorpus(): Corpus {
  const corpus = new Corpus();
  for (let n = 0; n < 240; n += 1) {
    const subject = n % 3;
    const language = subject === 2 ? 'en' : 'fr';
    corpus.hear({
      text: speak(subject, Math.floor(n / 3)),
      language,
      author: `a${String(n % 17)}`,
      talk: `t${String(n % 30)}`,
    });
    corpus.hear({
      text: `${air(5000 + 2 * n)}, ${air(5001 + 2 * n)}`,
      language: 'fr',
      author: `b${String(n % 9)}`,
      talk: 'chat',
    });
  }
  return corpus;
}

const OPTIONS = { most: 20, names: new Set<string>(), taken: new Set<string>() };

test('finds what people speak of, in both languages, and says it as they write it', async () => {
  const topics = (await findTopics(madeCorpus(), OPTIONS)).map(({ terms }) => terms.map(({ written }) => written.any));
  const words = topics.flat();
  for (const word of ['frein à disque', 'batterie', 'child seat', 'harness']) expect(words).toContain(word);
  for (const word of ['disque', 'seat']) expect(words).not.toContain(word);
  const subjectsOf = (terms: readonly string[]) =>
    SUBJECTS.filter((subject) => terms.some((term) => subject.some((one) => one.endsWith(term))));
  const isAir = (word: string): boolean => AIR.includes(word);
  expect(words.filter(isAir)).toEqual([]);
  expect(topics.filter((terms) => !terms.every(isAir) && subjectsOf(terms).length !== 1)).toEqual([]);
  expect(topics.some((terms) => terms.length > 1)).toBe(true);
});

test('finds the same in the same texts, and leaves out what is taken', async () => {
  expect(await findTopics(madeCorpus(), OPTIONS)).toEqual(await findTopics(madeCorpus(), OPTIONS));
  const taken = new Set(['batterie']);
  const keys = (await findTopics(madeCorpus(), { ...OPTIONS, taken })).flatMap(({ terms }) =>
    terms.map(({ key }) => key),
  );
  expect(keys.filter((key) => taken.has(key))).toEqual([]);
});

test('a name of somebody, written as a name, is no topic', async () => {
  const corpus = madeCorpus();
  for (let n = 0; n < 40; n += 1) {
    corpus.hear({
      text: 'je crois que la Clothilde, notre Clothilde, range',
      language: 'fr',
      author: `c${String(n % 9)}`,
      talk: 'c',
    });
  }
  const words = async (names: ReadonlySet<string>) =>
    (await findTopics(corpus, { ...OPTIONS, names })).flatMap(({ terms }) => terms.map(({ written }) => written.any));
  expect(await words(new Set())).toContain('clothilde');
  expect(await words(new Set(['clothilde']))).not.toContain('clothilde');
});

test('what is never named as a thing, a verb or a quality, is no topic', async () => {
  const corpus = madeCorpus();
  for (let n = 0; n < 60; n += 1) {
    const who = { author: `c${String(n % 9)}`, talk: `c${String(n % 5)}` };
    corpus.hear({ text: 'il zigzague, zigzague encore avec une grelotte', language: 'fr', ...who });
    corpus.hear({ text: 'they wobble and wobble with the gizmo', language: 'en', ...who });
  }
  const keys = (await findTopics(corpus, OPTIONS)).flatMap(({ terms }) => terms.map(({ written }) => written.any));
  expect(keys).toEqual(expect.arrayContaining(['grelotte', 'gizmo']));
  expect(keys.filter((key) => key === 'zigzague' || key === 'wobble')).toEqual([]);
});

test('what few people say is no topic, however often', async () => {
  const corpus = madeCorpus();
  for (let n = 0; n < 60; n += 1) {
    corpus.hear({ text: 'le zinzolin, du zinzolin', language: 'fr', author: `c${String(n % 4)}`, talk: 'c' });
  }
  expect((await findTopics(corpus, OPTIONS)).flatMap(({ terms }) => terms.map(({ key }) => key))).not.toContain(
    'zinzolin',
  );
});

test('a matcher finds words in number and gender, and pairs only where they stand together', () => {
  const matches = matcherOf([['batterie'], ['frein disque', 'plaquette'], ['child seat']]);
  expect(matches('Mes batteries, et les plaquettes', 'fr')).toEqual([0, 1]);
  expect(matches('le frein à disque', 'fr')).toEqual([1]);
  expect(matches('le frein. Disque dur', 'fr')).toEqual([]);
  expect(matches('two child seats', 'en')).toEqual([2]);
});

test('whatever is heard, a corpus stays within its limits', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme', maxLength: 200 }), { maxLength: 60 }), async (texts) => {
      const corpus = new Corpus({ texts: 20, words: 100 });
      for (const text of texts) corpus.hear({ text, language: 'fr', author: 'a', talk: 't' });
      expect(corpus.texts.length).toBeLessThanOrEqual(20);
      await findTopics(corpus, OPTIONS);
    }),
    { numRuns: 60 },
  );
});
