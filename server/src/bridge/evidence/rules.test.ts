import { expect, test } from 'vitest';
import { present, wordsOf } from './rules.ts';

test.each([
  ['html', '<aside class="quote"><p>Le code change</p></aside><p>Pareil ici</p>', 'Pareil ici'],
  ['markdown', '> Le code change\n\n**Pareil** ici', 'Pareil ici'],
  ['plain', 'Le 3 mars 2026, Tom Keller a écrit :\n> Le code change\nPareil ici', 'Pareil ici'],
  ['plain', 'On 3 March, Tom Keller wrote:\n> The code changes\n\nSame here', 'Same here'],
  ['plain', '> Le code change', '> Le code change'],
  ['plain', 'Pareil ici\n-- \nTom Keller, Rochevaux', 'Pareil ici'],
  ['plain', 'Pareil ici -- ou presque', 'Pareil ici -- ou presque'],
  ['plain', 'Le soir, 3 > 2 et rien à citer', 'Le soir, 3 > 2 et rien à citer'],
] as const)('evidence keeps what its author said, not what he quotes (%s)', (format, text, words) => {
  expect(wordsOf({ text, format })).toBe(words);
});

test('one human has one number within a list, also without a name; unknown ones are each somebody', () => {
  const row = {
    signal_id: 's',
    counters_id: null,
    message_id: 'm',
    thread_id: null,
    kind: 'person',
    place_name: 'Forum',
    channel_name: 'Accès',
    author_name: 'Lucie Armand',
    at: null,
    day: '2026-02-01',
    url: 'javascript:alert(1)',
    text: 'x',
    language: 'fr',
    gone_because: null,
    added_by: 'c',
    added_at: new Date(0),
  } as const;
  const rows = ['a', 'b', 'a', null, null].map((heard_from, n) => ({ ...row, id: String(n), heard_from }));
  const seen = present(rows, false);
  expect(seen.map(({ alias }) => alias)).toEqual([1, 2, 1, 3, 4]);
  expect(JSON.stringify(seen)).not.toContain('Lucie');
  expect(present(rows, true)[0]).toMatchObject({ author: 'Lucie Armand', when: { day: '2026-02-01' }, link: null });
});
