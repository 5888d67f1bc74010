import { expect, test } from 'vitest';
import { labelledTexts } from '../../../../../tools/testing/labelled.ts';
import { toneOf, TONE_MEASURED } from './index.ts';

test.each(['fr', 'en'] as const)('the measured error is the one on the labelled sample (%s)', (language) => {
  const confusion = new Map<string, number>();
  for (const { tone, title, text } of labelledTexts(language).filter(({ set }) => set === 'held')) {
    const key = `${String(tone)} as ${String(toneOf(`${title}\n${text}`, language))}`;
    confusion.set(key, (confusion.get(key) ?? 0) + 1);
  }
  const row = (said: number): readonly number[] =>
    [-1, 0, 1].map((heard) => confusion.get(`${String(said)} as ${String(heard)}`) ?? 0);
  expect(TONE_MEASURED[language]).toEqual({ negative: row(-1), neutral: row(0), positive: row(1) });
});

test.each([
  ['Pas mal du tout, merci beaucoup !', 'fr', 1],
  ['Ce n’est pas génial', 'fr', -1],
  ['Aucun souci, tout est parfait', 'fr', 1],
  ['Le vélo est rouge', 'fr', 0],
  ['Je ne suis vraiment pas déçu', 'fr', 1],
  ['Merci d’avance pour vos réponses', 'fr', 0],
  ['C’était super mais maintenant c’est une horreur et je suis déçu', 'fr', -1],
  ['not good, I am really disappointed', 'en', -1],
  ['I don’t hate it', 'en', 1],
  ['Thanks in advance', 'en', 0],
  ['👍🎉', 'en', 1],
  ['😡', 'fr', -1],
  ['', 'fr', 0],
] as const)('%s (%s): %i', (text, language, tone) => {
  expect(toneOf(text, language)).toBe(tone);
});

test('no tone is heard in a language whose words are not known', () => {
  expect(toneOf('Das ist wunderbar', 'de')).toBeUndefined();
  expect(toneOf('ok', 'und')).toBeUndefined();
});
