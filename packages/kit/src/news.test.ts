import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Raw } from './contract.ts';
import { winnerOf } from './merge.ts';
import { isNews } from './news.ts';

const copy = (version: string, handle: string): Raw => ({
  kind: 'person',
  externalId: 'u1',
  version,
  payload: { handle },
});

test('a person is told once, again when a later copy says something else, never for an older one', () => {
  const state = new Map<string, unknown>();

  expect(isNews(state, copy('2020', 'ada'))).toBe(true);
  expect(isNews(state, copy('2019', 'ada_old'))).toBe(false);
  expect(isNews(state, copy('2022', 'ada'))).toBe(false);
  expect(isNews(state, copy('2021', 'ada_old'))).toBe(false);
  expect(isNews(state, copy('2023', 'ada_new'))).toBe(true);
  expect(isNews(state, { ...copy('2023', 'ada_new'), kind: 'channel' })).toBe(true);
});

test('what is given has the same winner as all copies together, in any order', () => {
  const copies = fc.array(
    fc.record({ version: fc.constantFrom('1', '2', '3'), handle: fc.constantFrom('a', 'b', 'c') }),
    {
      minLength: 1,
    },
  );
  fc.assert(
    fc.property(copies, (list) => {
      const state = new Map<string, unknown>();
      const all = list.map(({ version, handle }) => copy(version, handle));
      const given = all.filter((raw) => isNews(state, raw));

      expect(given.reduce(winnerOf).payload).toEqual(all.reduce(winnerOf).payload);
    }),
  );
});

test('what is remembered is bounded: the oldest are forgotten and told again', () => {
  const state = new Map<string, unknown>();
  const long = 'x'.repeat(1024 * 1024);
  const person = (id: number) => ({ ...copy('1', long), externalId: `u${id}` });

  expect(Array.from({ length: 60 }, (_, id) => isNews(state, person(id))).every(Boolean)).toBe(true);
  expect(isNews(state, person(59))).toBe(false);
  expect(isNews(state, person(0))).toBe(true);
});
