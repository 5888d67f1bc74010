import { describe, expect, test } from 'vitest';
import { madeUpTree } from './made-up-tree.ts';
import { words } from './words.ts';

function findingsOf(
  french: Readonly<Record<string, unknown>>,
  english: Readonly<Record<string, unknown>>,
): Promise<readonly string[]> {
  const tree = madeUpTree({
    'web/src/i18n/fr/signals.json': JSON.stringify(french),
    'web/src/i18n/en/signals.json': JSON.stringify(english),
  });
  return Promise.resolve(words.run(tree));
}

describe('words in both languages', () => {
  test('pass when complete, with the same values and French set as French', async () => {
    const french = {
      raised: '{n, plural, one {# signal} other {# signaux}}\u00a0: {name}',
      ask: 'Qu’en dites-vous\u202f?',
    };
    const english = { raised: '{n, plural, one {# signal} other {# signals}}: {name}', ask: 'What do you think?' };
    expect(await findingsOf(french, english)).toEqual([]);
  });

  test.each([
    ['a key that one language lacks', { a: 'Oui' }, { a: 'Yes', b: 'No' }, 'fr/signals.json: b is missing'],
    ['a nested key that one language lacks', { a: { b: 'Oui' } }, { a: {} }, 'en/signals.json: a.b is missing'],
    ['a value that one language lacks', { a: '{count} fils' }, { a: '{n} threads' }, 'count, n'],
    [
      'a value hidden in a branch',
      { a: '{n, plural, other {{x}}}' },
      { a: '{n, plural, other {#}}' },
      'values in both languages: x',
    ],
    ['a tag that one language lacks', { a: '<b>Oui</b>' }, { a: 'Yes' }, 'values in both languages: b'],
    ['a message that cannot be read', { a: '{n, plural, one {' }, { a: 'x' }, 'not a readable message'],
    ['a plain space before a sign', { a: 'Vraiment ?' }, { a: 'Really?' }, 'a plain space before'],
    ['a plain space after a value', { a: '{name} : oui' }, { a: '{name}: yes' }, 'a plain space before'],
    ['no space before a sign', { a: 'Vraiment?' }, { a: 'Really?' }, 'no unbreakable space before ; ! ?'],
    ['no space after a value', { a: '{name}: oui' }, { a: '{name}: yes' }, 'no unbreakable space before :'],
    [
      'a fault in one branch',
      { a: '{n, plural, one {un !} other {#}}' },
      { a: '{n, plural, one {one!} other {#}}' },
      'a plain space',
    ],
    ['a plain space in quotation marks', { a: '« Ada\u00a0»' }, { a: '“Ada”' }, 'after «'],
    ['a straight apostrophe', { a: "l'avis" }, { a: 'the notice' }, 'a straight apostrophe'],
  ])('report %s', async (_, french, english, finding) => {
    expect(await findingsOf(french, english)).toEqual([expect.stringContaining(finding)]);
  });

  test('report a whole file that one language lacks', async () => {
    const tree = madeUpTree({ 'server/src/platform/i18n/fr/mail.json': '{"hello":"Bonjour"}' });
    expect(await words.run(tree)).toEqual(['server/src/platform/i18n/en/mail.json: hello is missing']);
  });
});
