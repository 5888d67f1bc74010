import { expect, test } from 'vitest';
import { setFrench } from './typography.ts';

test('French is set with its unbreakable spaces and its apostrophes', () => {
  expect(setFrench("Qu'en dit « Ada » ? Tout : oui ! Ou presque...")).toBe(
    'Qu’en dit «\u00a0Ada\u00a0»\u202f? Tout\u00a0: oui\u202f! Ou presque…',
  );
});

test('what is set stays as it is, and so do JSON and ICU around it', () => {
  const file =
    '{\n  "count": "{n, plural, one {# signal} other {# signaux}}\u00a0: {name}",\n  "quoted": "\'{\'brut\'}\'"\n}\n';
  expect(setFrench(file)).toBe(file);
});
