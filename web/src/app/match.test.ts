import { describe, expect, test } from 'vitest';
import { plain, ranked, score } from './match.ts';

test('case, accents, apostrophes and ligatures do not count', () => {
  expect(plain('Ce qu’on peut DIRE — Sœur')).toBe('ce qu on peut dire soeur');
  expect(score('sante', 'Santé')).toBeGreaterThan(0);
});

describe('the palette', () => {
  const entries = [
    { fr: 'Membres', en: 'Members' },
    { fr: 'Réglages', en: 'Settings' },
    { fr: 'Santé', en: 'Health' },
    { fr: 'Retour aux membres', en: 'Loop' },
  ];
  const find = (typed: string): string[] => ranked(typed, entries, ({ fr, en }) => [fr, en]).map(({ fr }) => fr);

  test('finds by the words of both languages', () => {
    expect(find('health')).toEqual(['Santé']);
    expect(find('reglages')).toEqual(['Réglages']);
  });

  test('puts the start of a name before its middle', () => {
    expect(find('memb')).toEqual(['Membres', 'Retour aux membres']);
  });

  test('accepts letters in order when nothing else fits', () => {
    expect(find('rglg')).toEqual(['Réglages']);
  });

  test('keeps the order when nothing is typed, and drops what does not answer', () => {
    expect(find('')).toHaveLength(4);
    expect(find('xyzzy')).toEqual([]);
  });

  test('wants every word', () => {
    expect(find('retour membres')).toEqual(['Retour aux membres']);
    expect(find('retour sante')).toEqual([]);
  });
});
