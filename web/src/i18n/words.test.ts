import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';
import { areasOf, loadLanguage, message, tableOf } from './catalogue.ts';

await Promise.all([loadLanguage('fr'), loadLanguage('en')]);
const areas = areasOf('fr');

/** A plain space, or none at all, where French wants a no-break one (colons of times and addresses aside). */
const BAD_SPACE = / [;:!?»]|[^\s\u00a0\u202f][!?»;](?!\w)|« |«[^\u00a0\u202f]/u;

/** Names of the holes of a message, whatever their depth in plurals and choices. */
function holes(text: string, language: string): string[] {
  const found = new Set<string>();
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(walk);
    if (typeof node !== 'object' || node === null) return;
    if ('type' in node && 'value' in node && typeof node.value === 'string' && Number(node.type) > 0)
      found.add(node.value);
    for (const inner of Object.values(node)) walk(inner);
  };
  walk(new IntlMessageFormat(text, language, undefined, { ignoreTag: true }).getAst());
  return [...found].toSorted();
}

test('both languages have the same areas', () => {
  expect(areasOf('en').toSorted()).toEqual(areas.toSorted());
});

test.each(areas)('%s says the same things in French and in English', (area) => {
  const [fr, en] = [tableOf('fr', area) ?? {}, tableOf('en', area) ?? {}];
  expect(Object.keys(en).toSorted()).toEqual(Object.keys(fr).toSorted());
  for (const [key, text] of Object.entries(fr)) {
    expect(holes(en[key] ?? '', 'en'), `${area}.${key}`).toEqual(holes(text, 'fr'));
  }
});

test.each(areas)('%s keeps the rules of French typography', (area) => {
  for (const [key, text] of Object.entries(tableOf('fr', area) ?? {})) {
    expect(text, `${area}.${key}: a no-break space before ; : ! ? » and after «`).not.toMatch(BAD_SPACE);
    expect(text, `${area}.${key}: ’ and not '`).not.toMatch(/\p{L}'\p{L}/u);
    expect(text, `${area}.${key}: … and not three dots`).not.toContain('...');
  }
});

test.each(areas)('%s uses curly apostrophes in English', (area) => {
  for (const [key, text] of Object.entries(tableOf('en', area) ?? {})) {
    expect(text, `${area}.${key}`).not.toMatch(/\p{L}'\p{L}/u);
  }
});

test('a missing word is loud', () => {
  expect(() => message('fr', 'ui.no.such.key')).toThrow('missing word fr ui.no.such.key');
});
