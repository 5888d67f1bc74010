import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Topic } from '#platform/topics/index.ts';
import type { StoredTheme } from './model.ts';
import { nameFrom, quoteOf, reconcile } from './rules.ts';

const stored = (id: string, terms: readonly string[], more: Partial<StoredTheme> = {}): StoredTheme => ({
  id,
  nameFr: id,
  nameEn: id,
  terms,
  written: terms,
  namedBy: 'terms',
  held: false,
  mergedInto: null,
  splitFrom: null,
  isRetired: false,
  version: 1,
  ...more,
});
const topic = (...keys: readonly string[]): Topic => ({
  terms: keys.map((key, at) => ({ key, written: { fr: key, en: undefined, any: key }, texts: 100 - at })),
});

test('a theme found again keeps its identity, by its leading term or half of its words', () => {
  const found = reconcile(
    [stored('one', ['frein', 'disque']), stored('two', ['pneu', 'jante', 'chambre'])],
    [topic('frein', 'purge'), topic('jante', 'pneu', 'rayon'), topic('siège')],
  );
  expect(found.changed.map(({ id, terms }) => [id, terms])).toEqual([
    ['two', ['jante', 'pneu', 'rayon']],
    ['one', ['frein', 'purge']],
  ]);
  expect(found.added.map(({ terms }) => terms)).toEqual([['siège']]);
  expect(found.removed).toEqual([]);
});

test('a theme not found again stays with the words nobody took, unless its leading one was taken', () => {
  const found = reconcile(
    [stored('one', ['frein', 'disque', 'purge']), stored('two', ['pneu', 'jante', 'chambre'])],
    [topic('siège', 'disque', 'selle'), topic('rayon', 'pneu', 'moyeu', 'jeu')],
  );
  expect(found.changed).toEqual([expect.objectContaining({ id: 'one', terms: ['frein', 'purge'] })]);
  expect(found.removed).toEqual(['two']);
});

test('what people shaped, retired or merged is left alone, and its words found nowhere else', () => {
  const word = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
  const words = fc.uniqueArray(word, { minLength: 1, maxLength: 3 });
  const theme = fc.record({
    terms: words,
    held: fc.boolean(),
    isRetired: fc.boolean(),
    mergedInto: fc.constantFrom(null, null, 'other'),
  });
  fc.assert(
    fc.property(fc.array(theme, { maxLength: 5 }), fc.array(words, { maxLength: 5 }), (themes, topics) => {
      const all = themes.map(({ terms, ...rest }, n) => stored(`t${String(n)}`, terms, rest));
      const { added, changed, removed } = reconcile(
        all,
        topics.map((keys) => topic(...keys)),
      );
      const isFixed = (one: StoredTheme): boolean => one.held || one.isRetired || one.mergedInto !== null;
      const fixed = all.filter(isFixed);
      expect(changed.some(({ id }) => fixed.some((one) => one.id === id))).toBe(false);
      expect(removed.some((id) => fixed.some((one) => one.id === id))).toBe(false);
      const taken = new Set(fixed.flatMap(({ terms }) => terms));
      expect(added.flatMap(({ terms }) => terms).some((term) => taken.has(term))).toBe(false);
    }),
    { numRuns: 500 },
  );
});

test('a name is made of the first words, without one that stands in it already', () => {
  expect(nameFrom(['frein à disque', 'disque', 'plaquette', 'purge', 'étrier'])).toBe(
    'Frein à disque, plaquette, purge',
  );
});

test('a quotation is plain words around the first hit, cut between words', () => {
  const text = `${'avant '.repeat(60)}<b>le frein à disque</b> grince ${'après '.repeat(60)}`;
  const quote = quoteOf({ title: null, text, format: 'html', language: 'fr' }, ['frein disque']);
  const words = quote.map((one) => one.text).join('');
  expect(quote.filter(({ hit }) => hit).map((one) => one.text)).toEqual(['frein', 'disque']);
  expect(words).toMatch(/^…avant .*frein à disque grince après .*après…$/);
  expect(words).not.toContain('<b>');
  const opening = quoteOf({ title: 'Mon frein', text: 'Il grince.', format: 'plain', language: 'fr' }, ['frein']);
  expect(opening.map((one) => one.text).join('')).toBe('Mon frein — Il grince.');
});
