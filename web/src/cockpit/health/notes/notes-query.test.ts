import { expect, test } from 'vitest';
import { marksOf, numbered } from './notes-query.ts';

const note = (id: string, day: string) => ({ id, day, text: 'Nouvelle charte', author: 'Zoé Lune', version: 1 });

test('notes and events are numbered by their days, and stand on the point that holds them', () => {
  const list = numbered({
    notes: [note('a', '2026-02-28'), note('b', '2026-01-05')],
    events: [{ kind: 'staff_rules', day: '2026-01-20' }],
  });
  expect(list.map(({ number, day }) => [number, day])).toEqual([
    [1, '2026-01-05'],
    [2, '2026-01-20'],
    [3, '2026-02-28'],
  ]);
  const points = [
    { from: '2026-01-10', until: '2026-02-01' },
    { from: '2026-02-01', until: '2026-03-01' },
  ];
  expect(marksOf(list, points)).toEqual([
    { at: 0, number: 2 },
    { at: 1, number: 3 },
  ]);
});
