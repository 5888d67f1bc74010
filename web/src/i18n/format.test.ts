import { describe, expect, test } from 'vitest';
import { formatter } from './format.ts';

const fr = formatter('fr', 'Europe/Paris');
const en = formatter('en', 'America/New_York');
/** Figures are set with no-break spaces of two widths; the tests read them as plain ones. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/gu, ' ');
const now = Date.parse('2026-11-22T15:33:00Z');

describe('days and instants are different things', () => {
  test('a bare day is the same everywhere and has no hour', () => {
    expect(fr.day('2026-11-22')).toBe('22 nov. 2026');
    expect(en.day('2026-11-22')).toBe('22 Nov 2026');
    expect(fr.day('2026-11-22', 'long')).toBe('dimanche 22 novembre 2026');
    expect(fr.day('2026-11-22', 'month')).toBe('novembre 2026');
    expect(fr.day('2026-03-01')).toBe('1er mars 2026');
    expect(fr.day('2026-03-01', 'long')).toBe('dimanche 1er mars 2026');
    expect(en.day('2026-03-01')).toBe('1 Mar 2026');
  });

  test('an instant is read in the zone of the workspace', () => {
    expect(fr.instant('2026-11-22T23:30:00Z')).toBe('23 nov. 2026, 00:30');
    expect(en.instant('2026-11-22T23:30:00Z')).toBe('22 Nov 2026, 18:30');
    expect(fr.time('2026-11-22T23:30:00Z')).toBe('00:30');
    expect(fr.dayOf('2026-11-22T23:30:00Z')).toBe('23 novembre 2026');
  });

  test('neither accepts the other', () => {
    expect(() => fr.day('2026-11-22T10:00:00Z')).toThrow(RangeError);
    expect(() => fr.instant('2026-11-22')).toThrow(RangeError);
  });
});

test('how long ago', () => {
  expect(fr.ago('2026-11-19T15:33:00Z', now)).toBe('il y a 3 jours');
  expect(fr.ago('2026-11-21T15:33:00Z', now)).toBe('hier');
  expect(en.ago('2026-11-22T17:33:00Z', now)).toBe('in 2 hours');
  expect(fr.ago('2026-11-22T15:32:50Z', now)).toBe('maintenant');
});

test.each([
  [12, '12 s'],
  [2400, '40 min'],
  [19_200, '5 h 20'],
  [7200, '2 h'],
  [267_840, '3,1 j'],
  [2_246_400, '26 j'],
])('%d seconds are %s', (seconds, words) => {
  expect(plain(fr.duration(seconds))).toBe(words);
});

test('numbers, shares, sizes and lists', () => {
  expect(plain(fr.number(12_840.26))).toBe('12 840,3');
  expect(plain(fr.percent(0.41))).toBe('41 %');
  expect(en.percent(0.415, 1)).toBe('41.5%');
  expect(plain(fr.bytes(1_240_000_000))).toBe('1,2 Go');
  expect(plain(en.bytes(512))).toBe('512 B');
  expect(plain(fr.bytes(0))).toBe('0 o');
  expect(fr.list(['le forum', 'la liste', 'le salon'])).toBe('le forum, la liste et le salon');
});
