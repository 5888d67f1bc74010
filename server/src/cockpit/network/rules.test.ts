import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Kept } from '#cockpit/network/keeping/index.ts';
import type { Network, Packed } from '#cockpit/network/measuring/index.ts';
import { measureNetwork } from '#cockpit/network/measuring/index.ts';
import { aroundGroup, aroundMember, overviewOf } from './rules.ts';

const id = (n: number): string => `cccccccc-0000-8000-8000-${n.toString(16).padStart(12, '0')}`;

type Tie = readonly [from: number, to: number, answers: number];

function network(persons: number, ties: readonly Tie[]): Network {
  const packed: Packed = {
    persons: {
      many: persons,
      texts: [Array.from({ length: persons }, (_, n) => `${String(n)} ${id(n)} 1 3`).join(',')],
    },
    ties: { many: ties.length, texts: [ties.map((tie) => tie.join(' ')).join(',')] },
  };
  return measureNetwork(packed);
}

/** Two in the middle, each of whom all on his rim answer most; each of these answers some neighbours too: two large groups. */
function wheels(rim: number): Network {
  const wheel = (hub: number): Tie[] =>
    [...Array(rim).keys()].flatMap((n): Tie[] => [
      [hub + n + 1, hub, 50],
      ...[1, 2, 3, 4, 5].map((far): Tie => [hub + n + 1, hub + ((n + far) % rim) + 1, 1]),
    ]);
  return network(2 * rim + 2, [...wheel(0), ...wheel(rim + 1)]);
}

/** So many pairs who answer each other and nobody else, then so many persons without a tie. */
function pairs(count: number, alone: number): Network {
  const ties = [...Array(count).keys()].flatMap((n): Tie[] => [
    [2 * n, 2 * n + 1, 1],
    [2 * n + 1, 2 * n, 2],
  ]);
  return network(2 * count + alone, ties);
}

const kept = (of: Network): Kept => ({
  network: of,
  window: { from: '2026-01-01', until: '2026-02-01' },
  snapshot: 's',
  scope: { workspaceId: 'w' },
  asked: '',
  request: '',
});
const seen = (of: Network) =>
  overviewOf(kept(of), { mayName: true, k: 5 }, (person) => ({ id: id(person), name: 'Aline', number: person }));

test('however large a community is, an answer holds what can be drawn, and says how much there is', () => {
  const large = wheels(400);
  const [group] = large.sizes;
  const { members, ties, tiesInAll } = aroundGroup(large, 0);
  expect(members).toHaveLength(300);
  expect(ties).toHaveLength(900);
  expect(tiesInAll).toBeGreaterThan(900);
  expect(group).toBeGreaterThan(300);
  expect(aroundMember(large, 0)).toMatchObject({ all: 400, neighbours: { length: 150 } });
  const many = seen(pairs(500, 400));
  expect(many.groups).toHaveLength(60);
  expect(many.others).toEqual({ groups: 440, persons: 880 });
  expect(many.between.length).toBeLessThanOrEqual(150);
  expect(many.bridges.items.length).toBeLessThanOrEqual(20);
  expect(many.isolated).toMatchObject({ count: 400, items: { length: 100 } });
  for (const { core } of many.groups) expect(core.length).toBeLessThanOrEqual(3);
});

test('eight times the members make no larger an answer', () => {
  const bytes = (value: unknown): number => JSON.stringify(value).length;
  const [some, many] = [wheels(400), wheels(3200)];
  for (const answer of [seen, (of: Network) => aroundGroup(of, 0), (of: Network) => aroundMember(of, 0)]) {
    expect(bytes(answer(many))).toBeLessThan(1.2 * bytes(answer(some)));
  }
});

const small = fc.integer({ min: 2, max: 14 }).chain((size) =>
  fc.uniqueArray(fc.tuple(fc.nat(size - 1), fc.nat(size - 1), fc.integer({ min: 1, max: 9 })), {
    selector: ([from, to]) => `${String(from)} ${String(to)}`,
    minLength: 1,
    maxLength: 40,
  }),
);

test('a group is what counting every tie of its members says', () => {
  fc.assert(
    fc.property(small, (drawn) => {
      const ties = drawn.filter(([from, to]) => from !== to);
      fc.pre(ties.length > 0);
      // Those with a tie come first, as the base numbers them.
      const numbers = [...new Set(ties.flatMap(([from, to]) => [from, to]))].toSorted((a, b) => a - b);
      const numbered = ties.map(([from, to, n]): Tie => [numbers.indexOf(from), numbers.indexOf(to), n]);
      const found = network(numbers.length, numbered);
      for (const group of found.sizes.keys()) {
        const own = [...numbers.keys()].filter((person) => found.group[person] === group);
        const answers = (one: number, other: number): number =>
          numbered
            .filter(([from, to]) => (from === one && to === other) || (from === other && to === one))
            .reduce((sum, [, , n]) => sum + n, 0);
        const { members, ties: told, tiesInAll } = aroundGroup(found, group);
        expect(members.map(({ person }) => person).toSorted((a, b) => a - b)).toEqual(own);
        for (const { person, ties: count } of members) {
          expect(count).toBe(own.filter((other) => other !== person && answers(person, other) > 0).length);
        }
        expect(told).toHaveLength(tiesInAll);
        expect(tiesInAll).toBe(members.reduce((sum, one) => sum + one.ties, 0) / 2);
        for (const { one, other, answers: n } of told) expect(n).toBe(answers(one, other));
      }
    }),
    { numRuns: 200 },
  );
});
