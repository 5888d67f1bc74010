import { expect, test } from 'vitest';
import { labelledTexts } from '../../../../../tools/testing/labelled.ts';
import { asks, kindOf, QUESTIONS_MEASURED } from './index.ts';

test.each(['fr', 'en'] as const)('the measured error is the one on the labelled sample (%s)', (language) => {
  const held = labelledTexts(language).filter(({ set }) => set === 'held');
  const count = (kind: string, asked: boolean): number =>
    held.filter((one) => one.kind === kind && asks(one.title, one.text) === asked).length;
  expect(QUESTIONS_MEASURED[language]).toEqual({
    found: count('question', true),
    missed: count('question', false),
    invented: count('other', true),
    left: count('other', false),
  });
});

test.each([
  ['Comment régler les freins', true],
  ['Savez-vous où trouver une sacoche', true],
  ['Peut-on rouler sous la pluie', true],
  ['does anyone know a good mechanic', true],
  ['Voir https://exemple.fr/?page=2', false],
  ['Le comment du pourquoi', false],
  ['C’est peut-être fini', false],
  ['This is how I did it', false],
] as const)('%s: %s', (text, expected) => {
  expect(asks('', text)).toBe(expected);
});

test('marks of the place win over the words', () => {
  const opening = { title: 'Annonce', text: 'Le local ferme lundi.', labels: [], isSupport: false };
  expect(kindOf(opening)).toEqual({ kind: 'other', by: 'rule' });
  expect(kindOf({ ...opening, isSupport: true })).toEqual({ kind: 'question', by: 'place' });
  expect(kindOf({ ...opening, labels: ['Résolu'] })).toEqual({ kind: 'question', by: 'place' });
  expect(kindOf({ ...opening, title: '[RESOLU] batterie' })).toEqual({ kind: 'question', by: 'place' });
});

test('a text made to be slow is read in no time', () => {
  const started = performance.now();
  for (const piece of ['a-', "quelqu'un ", 'comment ', '?', 'je ', 'quel ', 'any ', ' svp', 'how ']) {
    asks(piece.repeat(20_000), piece.repeat(20_000));
  }
  expect(performance.now() - started).toBeLessThan(1500);
});
