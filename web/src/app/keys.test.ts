import { describe, expect, test } from 'vitest';
import { CREATIONS } from './creations.ts';
import { meaningOf, pressOf } from './keys.ts';
import { PAGES } from './pages.ts';
import { SHORTCUTS } from './shortcuts.ts';
import type { Shortcut } from './shortcuts.ts';

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {},
): string | undefined => pressOf({ key, ctrlKey: false, metaKey: false, altKey: false, ...held });

test('a press is written as the registry writes it', () => {
  expect(press('k', { ctrlKey: true })).toBe('mod+k');
  expect(press('K', { metaKey: true })).toBe('mod+k');
  expect(press('?')).toBe('?');
  expect(press('G')).toBe('g');
  expect(press('@', { altKey: true })).toBeUndefined();
  expect(press('ArrowDown')).toBeUndefined();
  expect(press('ArrowLeft')).toBe('left');
  expect(press('ArrowRight', { altKey: true })).toBeUndefined();
});

describe('sequences', () => {
  const known = ['mod+k', '?', 'e', 'g m', 'g s'];

  test('the first letter waits, the second runs', () => {
    expect(meaningOf('g', undefined, known)).toEqual({ wait: 'g' });
    expect(meaningOf('m', 'g', known)).toEqual({ run: 'g m' });
  });

  test('a sequence that leads nowhere does nothing', () => {
    expect(meaningOf('e', 'g', known)).toBeUndefined();
    expect(meaningOf('e', undefined, known)).toEqual({ run: 'e' });
  });

  test('a letter that means something by itself waits all the same while it begins a sequence', () => {
    expect(meaningOf('c', undefined, ['c', 'c o'])).toEqual({ wait: 'c' });
    expect(meaningOf('o', 'c', ['c', 'c o', 'o'])).toEqual({ run: 'c o' });
    expect(meaningOf('c', 'g', ['c', 'c o', 'g c'])).toEqual({ run: 'g c' });
  });

  test('the first letter may be pressed again', () => {
    expect(meaningOf('g', 'g', known)).toEqual({ wait: 'g' });
  });
});

test('no two shortcuts of one place have the same keys', () => {
  const goTo = PAGES.flatMap((page) =>
    page.goTo === undefined ? [] : [{ keys: `g ${page.goTo}`, place: 'everywhere' }],
  );
  const create = CREATIONS.map(({ keys }) => ({ keys, place: 'everywhere' }));
  const all: readonly Pick<Shortcut, 'keys' | 'place'>[] = [...Object.values(SHORTCUTS), ...goTo, ...create];
  for (const [at, one] of all.entries()) {
    const clash = all
      .slice(at + 1)
      .find(
        (other) =>
          other.keys === one.keys && (other.place === one.place || [one.place, other.place].includes('everywhere')),
      );
    expect(clash, `${one.keys} in ${one.place}`).toBeUndefined();
  }
});
