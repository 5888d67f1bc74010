import fc from 'fast-check';
import { expect, test } from 'vitest';
import { unnamed } from './rules.ts';

test('names go out of a text, whole and by their words, and other words stay', () => {
  const names = ['Ambre Delcastelle', 'maud.d', 'Rose', 'Li'];
  const text = 'Le 26/05, Ambre Delcastelle a écrit : la rose de Maud (maud.d) ; Rose, merci. Delcastelle ? Lire.';
  expect(unnamed(text, names)).toBe('Le 26/05, […] a écrit : la rose de […] ([…]) ; […], merci. […] ? Lire.');
  expect(unnamed('rien', [])).toBe('rien');
  // An account is signed with the name it is made of.
  expect(unnamed('Je ne les vois plus. Flore', ['flore85'])).toBe('Je ne les vois plus. […]');
});

test('whatever signs a name is made of, no whole name stays', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.string({ minLength: 3, maxLength: 12 }).filter((one) => one.trim() === one),
        { maxLength: 5 },
      ),
      (names) => {
        const text = unnamed(names.map((name) => `, ${name} ,`).join(' '), names);
        for (const name of names) if (/^[\p{L}\p{N}]+$/u.test(name)) expect(text).not.toContain(`, ${name} ,`);
      },
    ),
  );
});
