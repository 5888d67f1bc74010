import { describe, expect, it, test } from 'vitest';
import { emojiOf, withEmoji } from './emoji.ts';
import { asMarkdown } from './markup.ts';
import { read } from './read.ts';

test.each([
  ['+1', '👍'],
  ['thumbsup', '👍'],
  ['+1::skin-tone-3', '👍'],
  ['tada', '🎉'],
  ['notre_logo', ':notre_logo:'],
])('%s is seen as %s', (name, seen) => {
  expect(emojiOf(name)).toBe(seen);
});

describe('a text', () => {
  it.each([
    ['Bravo :tada::tada:', 'Bravo 🎉🎉'],
    ['à 10:30:45, de :a: à :b:', 'à 10:30:45, de :a: à :b:'],
    ['clé:100:valeur', 'clé:100:valeur'],
    ['oui :wave::skin-tone-4: !', 'oui 👋 !'],
  ])('%s', (text, seen) => {
    expect(withEmoji(text)).toBe(seen);
  });

  it('keeps short names in code and in addresses', () => {
    const text = ':ok: `:tada:` <https://exemple.fr/:tada:/1>';
    expect(asMarkdown(text, () => undefined)).toBe('🆗 `:tada:` <https://exemple.fr/:tada:/1>');
  });
});

it('one emoji under two names is one reaction of each person', () => {
  const reactions = [
    { emoji: '+1', by: ['U1', 'U2'], others: 1 },
    { emoji: '+1::skin-tone-2', by: ['U2', 'U3'], others: 2 },
  ];
  const payload = { channel: 'C1', ts: '1700000100.000200', author: 'U1', text: '', names: [], files: [], reactions };
  const facts = read({ kind: 'message', externalId: 'C1:1', version: '', payload });
  expect(facts.slice(1)).toEqual([
    ...['U1', 'U2', 'U3'].map((by) => ({ type: 'reaction', message: 'C1:1', emoji: '👍', by })),
    { type: 'reaction', message: 'C1:1', emoji: '👍', count: 3 },
  ]);
});
