import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldAccents, isNamed, isTelling, ownWords, wordsIn } from './index.ts';

const folded = (text: string): readonly string[] => wordsIn(text).map((word) => word.folded);

test('words are parted from elided articles, inverted pronouns and possessives', () => {
  expect(folded("L'éclairage de l’atelier : où l'achète-t-on ? Anna's bike isn't here.")).toEqual(
    "eclairage de atelier ou achete on anna bike isn't here".split(' ').filter((word) => word !== 'on'),
  );
  expect(foldAccents('Cœur, Île, ÇA')).toBe('coeur, ile, ca');
});

test('each word says where it stands', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      let end = 0;
      for (const word of wordsIn(text)) {
        expect(text.slice(word.start, word.end)).toBe(word.written);
        expect(word.start).toBeGreaterThanOrEqual(end);
        end = word.end;
      }
    }),
    { numRuns: 500 },
  );
});

test('what others said, code, addresses and mentions are not the words of the author', () => {
  expect(
    ownWords('> la roue\nMoi le guidon ```const roue = 1``` voir https://exemple.fr/roue @roue', 'markdown'),
  ).toMatch(/^\s*Moi le guidon\s+voir\s*$/);
  expect(
    ownWords('<p>Oui</p><blockquote>la roue <b>avant</b></blockquote><p>le frein<br>arri&egrave;re</p>', 'html'),
  ).not.toMatch(/roue|avant/);
  expect(ownWords('[quote="Ada"]la roue[/quote] le frein', 'plain').trim()).toBe('le frein');
  expect(ownWords('Voir la [notice du frein](https://exemple.fr/roue) :thumbsup:', 'markdown')).not.toMatch(
    /roue|thumbs/,
  );
});

test('stop words, numbers and letters alone tell nothing', () => {
  const telling = wordsIn('Merci à tous pour le dérailleur 2023 et the chain, je x').filter(isTelling);
  expect(telling.map((word) => word.written)).toEqual(['dérailleur', 'chain']);
});

test('a word is named as a thing after a determiner, elided or not', () => {
  const text = 'L’atelier répare mon frein. Un, roue et the wheel';
  const words = wordsIn(text);
  const named = words.filter((word, at) => isNamed(text, words[at - 1], word)).map((word) => word.written);
  expect(named).toEqual(['atelier', 'frein', 'wheel']);
});

test('a text made to be slow is read in no time', () => {
  const started = performance.now();
  for (const text of [
    '<'.repeat(100_000),
    '[quote]'.repeat(20_000),
    '> '.repeat(50_000),
    `${'a-'.repeat(50_000)}`,
    '```'.repeat(30_000),
    'a@'.repeat(5000),
    '[x]('.repeat(3000),
    ':a'.repeat(3000),
    'a'.repeat(6000),
  ]) {
    for (const format of ['plain', 'markdown', 'html'] as const) wordsIn(ownWords(text, format));
  }
  expect(performance.now() - started).toBeLessThan(3000);
});
